//! From what was written to a predicate: are there such fields, can they be compared so, and with whom.

use super::{
    People, bottom,
    fault::Fault,
    parse::{At, Comparison, Condition, Expression, Operand},
    top,
};
use crate::segments::fields::{Field, Kind, field, nearest};

/// A rule that makes sense.
#[derive(Clone, Debug)]
pub struct Rule {
    fields: Vec<&'static str>,
    node: Node<Bar>,
}

/// A rule for the members of one community at one moment: what `top` and `bottom` mean is settled.
#[derive(Debug)]
pub struct Bound<'a> {
    columns: Vec<&'a [f64]>,
    node: Node<f64>,
}

/// What a field is compared with.
#[derive(Clone, Copy, Debug)]
enum Bar {
    Number(f64),
    Top(f64),
    Bottom(f64),
}

#[derive(Clone, Debug)]
enum Node<B> {
    Any(Vec<Self>),
    All(Vec<Self>),
    Not(Box<Self>),
    Compare(usize, Comparison, B),
    Between(usize, B, B),
    In(usize, Vec<B>),
    Known(usize),
}

impl<B: Copy> Node<B> {
    fn map<C>(&self, of: &impl Fn(usize, B) -> C) -> Node<C> {
        let list = |nodes: &[Self]| nodes.iter().map(|node| node.map(of)).collect();
        match self {
            Self::Any(nodes) => Node::Any(list(nodes)),
            Self::All(nodes) => Node::All(list(nodes)),
            Self::Not(node) => Node::Not(Box::new(node.map(of))),
            Self::Compare(column, comparison, bar) => Node::Compare(*column, *comparison, of(*column, *bar)),
            Self::Between(column, low, high) => Node::Between(*column, of(*column, *low), of(*column, *high)),
            Self::In(column, bars) => Node::In(*column, bars.iter().map(|bar| of(*column, *bar)).collect()),
            Self::Known(column) => Node::Known(*column),
        }
    }
}

impl Rule {
    /// The fields that it asks for.
    pub fn fields(&self) -> &[&'static str] {
        &self.fields
    }

    /// Settles the rule for these members, who must have its fields.
    pub fn bind<'a>(&self, people: &'a People) -> Bound<'a> {
        let columns: Vec<&[f64]> = self.fields.iter().map(|field| people.column(field)).collect();
        let sorted = |column: usize| people.sorted(self.fields[column]);
        let bar = |column: usize, bar: Bar| match bar {
            Bar::Number(number) => number,
            Bar::Top(share) => top(&sorted(column), share),
            Bar::Bottom(share) => bottom(&sorted(column), share),
        };
        Bound { columns, node: self.node.map(&bar) }
    }
}

impl Bound<'_> {
    /// Whether the rule holds for the member of a row.
    pub fn holds(&self, row: usize) -> bool {
        self.node_holds(&self.node, row)
    }

    fn node_holds(&self, node: &Node<f64>, row: usize) -> bool {
        let number = |column: &usize| self.columns[*column][row];
        match node {
            Node::Any(nodes) => nodes.iter().any(|node| self.node_holds(node, row)),
            Node::All(nodes) => nodes.iter().all(|node| self.node_holds(node, row)),
            Node::Not(node) => !self.node_holds(node, row),
            Node::Compare(column, comparison, bar) => comparison.holds(number(column), *bar),
            Node::Between(column, low, high) => (*low..=*high).contains(&number(column)),
            Node::In(column, bars) => bars.contains(&number(column)),
            Node::Known(column) => !number(column).is_nan(),
        }
    }
}

impl Comparison {
    /// What is not a number is not even unequal.
    fn holds(self, number: f64, bar: f64) -> bool {
        match self {
            Self::Equal => number == bar,
            Self::Unequal => number != bar && !number.is_nan(),
            Self::Less => number < bar,
            Self::LessOrEqual => number <= bar,
            Self::Greater => number > bar,
            Self::GreaterOrEqual => number >= bar,
        }
    }

    fn is_of_order(self) -> bool {
        !matches!(self, Self::Equal | Self::Unequal)
    }
}

pub(super) fn check(text: &str, expression: &Expression) -> Result<Rule, Vec<Fault>> {
    let mut checker = Checker { text, fields: Vec::new(), faults: Vec::new() };
    let node = checker.node(expression);
    match node {
        Some(node) if checker.faults.is_empty() => Ok(Rule { fields: checker.fields, node }),
        _ => Err(checker.faults),
    }
}

struct Checker<'a> {
    text: &'a str,
    fields: Vec<&'static str>,
    faults: Vec<Fault>,
}

impl Checker<'_> {
    fn fault(&mut self, offset: usize, message: String, suggestion: Option<String>) {
        self.faults.push(Fault::new(self.text, offset, message).suggest(suggestion));
    }

    /// None where something is wrong; the other parts are looked at all the same, so that all faults are told at once.
    fn node(&mut self, expression: &Expression) -> Option<Node<Bar>> {
        match expression {
            Expression::Any(parts) => self.nodes(parts).map(Node::Any),
            Expression::All(parts) => self.nodes(parts).map(Node::All),
            Expression::Not(part) => Some(Node::Not(Box::new(self.node(part)?))),
            Expression::Test { field, condition } => self.test(field, condition),
        }
    }

    fn nodes(&mut self, parts: &[Expression]) -> Option<Vec<Node<Bar>>> {
        let nodes: Vec<Option<_>> = parts.iter().map(|part| self.node(part)).collect();
        nodes.into_iter().collect()
    }

    fn test(&mut self, name: &At<String>, condition: &Condition) -> Option<Node<Bar>> {
        let Some(field) = field(&name.what) else {
            let near = nearest(&name.what).map(|near| format!("the nearest is `{near}`"));
            self.fault(name.offset, format!("there is no field `{}`", name.what), near);
            return None;
        };
        let column = self.column(field.name);
        match condition {
            Condition::Compare(comparison, operand) => {
                if comparison.what.is_of_order() && matches!(field.kind, Kind::Word(_)) {
                    let message = format!("`{}` is a word and has no order", field.name);
                    self.fault(comparison.offset, message, Some("compare it with =, != or `in`".to_owned()));
                    return None;
                }
                Some(Node::Compare(column, comparison.what, self.bar(&field, operand)?))
            }
            Condition::Between(low, high) => {
                if matches!(field.kind, Kind::Word(_)) {
                    let message = format!("`{}` is a word and has no order", field.name);
                    self.fault(name.offset, message, Some("ask for several words with `in`".to_owned()));
                    return None;
                }
                let (from, to) = (self.bar(&field, low)?, self.bar(&field, high)?);
                if let (Bar::Number(from), Bar::Number(to)) = (from, to)
                    && from > to
                {
                    let turned = Some(format!("between {to} and {from}"));
                    self.fault(low.offset, format!("nothing is between {from} and {to}"), turned);
                    return None;
                }
                Some(Node::Between(column, from, to))
            }
            Condition::In(operands) => {
                let bars: Vec<Option<Bar>> = operands.iter().map(|operand| self.bar(&field, operand)).collect();
                Some(Node::In(column, bars.into_iter().collect::<Option<_>>()?))
            }
            Condition::Known => Some(Node::Known(column)),
            Condition::Unknown => Some(Node::Not(Box::new(Node::Known(column)))),
        }
    }

    fn column(&mut self, name: &'static str) -> usize {
        self.fields.iter().position(|known| *known == name).unwrap_or_else(|| {
            self.fields.push(name);
            self.fields.len() - 1
        })
    }

    fn bar(&mut self, field: &Field, operand: &At<Operand>) -> Option<Bar> {
        let words = match field.kind {
            Kind::Number => None,
            Kind::Word(words) | Kind::Level(words) => Some(words),
        };
        match (words, &operand.what) {
            (None, Operand::Number(number)) if field.is_chance() && !(0.0..=1.0).contains(number) => {
                let share = (0.0..=100.0).contains(number).then(|| format!("write {}", number / 100.0));
                self.fault(operand.offset, format!("`{}` is a chance, from 0 to 1", field.name), share);
                None
            }
            (None, Operand::Number(number)) => Some(Bar::Number(*number)),
            (None, Operand::Top(share)) => Some(Bar::Top(*share)),
            (None, Operand::Bottom(share)) => Some(Bar::Bottom(*share)),
            (None, Operand::Text(text)) => {
                let meant = text.parse::<f64>().is_ok().then(|| format!("write {text} without quotes"));
                self.fault(operand.offset, format!("`{}` is a number, not a text", field.name), meant);
                None
            }
            (Some(words), Operand::Text(text)) => {
                let place = words.iter().position(|word| word == text);
                if place.is_none() {
                    let message = format!("`{}` is never \"{text}\"", field.name);
                    self.fault(operand.offset, message, Some(format!("it is {}", one_of(words))));
                }
                place.map(|place| Bar::Number(place as f64))
            }
            (Some(words), _) => {
                let message = format!("`{}` is a word, not a number", field.name);
                self.fault(operand.offset, message, Some(format!("it is {}", one_of(words))));
                None
            }
        }
    }
}

fn one_of(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    quoted.join(", ")
}
