//! A list that grows without moving what it holds: in a large community a move would be felt.

/// Entries that are made together.
const PAGE: usize = 256;

/// Entries by number, as many as were asked for; those that nobody touched are as they begin.
#[derive(Clone)]
pub struct List<T> {
    pages: Vec<Box<[T]>>,
    len: usize,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { pages: Vec::new(), len: 0 }
    }
}

impl<T: Default + Clone> List<T> {
    pub fn len(&self) -> usize {
        self.len
    }

    pub fn get(&self, number: u32) -> Option<&T> {
        let number = number as usize;
        self.pages.get(number / PAGE).filter(|_| number < self.len).map(|page| &page[number % PAGE])
    }

    /// Bytes that the entries take, what they point to not counted.
    pub fn bytes(&self) -> usize {
        self.pages.len() * PAGE * size_of::<T>()
    }

    /// The entry with a number; it and all before it are there from now on.
    pub fn entry(&mut self, number: u32) -> &mut T {
        let number = number as usize;
        while number >= self.pages.len() * PAGE {
            self.pages.push(vec![T::default(); PAGE].into_boxed_slice());
        }
        self.len = self.len.max(number + 1);
        &mut self.pages[number / PAGE][number % PAGE]
    }
}
