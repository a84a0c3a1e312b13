//! Making pictures smaller: which variant answers a wish, and how it is made of the bytes of a file that nobody
//! vouches for.

use std::io::Cursor;

use hearth_kernel::limits;
use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits,
    codecs::{jpeg::JpegEncoder, png::PngEncoder},
    metadata::Orientation,
};

/// How a picture is fitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// Within the box, with its own proportions.
    Scale,
    /// The middle of it, with the proportions of the box.
    Crop,
}

/// A size that thumbnails have. There are few, so that nobody fills the disk by asking for many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Variant {
    width: u32,
    height: u32,
    fit: Fit,
}

/// Boxes by what they hold; the squares are for cropping alone.
const BOXES: [(u32, u32); 8] =
    [(32, 32), (96, 96), (240, 240), (320, 240), (480, 480), (640, 480), (800, 600), (1600, 1200)];
/// Of a JPEG, in percent.
const QUALITY: u8 = 80;

impl Variant {
    /// The smallest that is not smaller than what is asked for, and among several of that the nearest in its
    /// proportions; the largest where all are smaller.
    pub(super) fn choose(width: u32, height: u32, fit: Fit) -> Self {
        let (width, height) = (u64::from(width.max(1)), u64::from(height.max(1)));
        let holds = |(w, h): &(u32, u32)| u64::from(*w) >= width && u64::from(*h) >= height;
        let skew = |(w, h): &(u32, u32)| {
            let (wanted, has) = (width * u64::from(*h), height * u64::from(*w));
            wanted.max(has) * 1000 / wanted.min(has).max(1)
        };
        let large_enough = BOXES.iter().filter(|size| holds(size));
        let chosen = match fit {
            Fit::Scale => large_enough.min_by_key(|(w, h)| w * h),
            Fit::Crop => large_enough.min_by_key(|size| (skew(size), size.0 * size.1)),
        };
        let (width, height) = *chosen.unwrap_or(&BOXES[BOXES.len() - 1]);
        Self { width, height, fit }
    }

    /// Names it in rows and in files' names.
    pub(super) fn name(self) -> String {
        let fit = match self.fit {
            Fit::Scale => "scale",
            Fit::Crop => "crop",
        };
        format!("{}x{}-{fit}", self.width, self.height)
    }
}

/// A thumbnail.
pub(super) struct Small {
    pub(super) content_type: &'static str,
    pub(super) bytes: Vec<u8>,
}

/// Why there is none.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unfit {
    /// Not a picture of a kind that is read here, or a broken one.
    NotAPicture,
    /// It would take too much memory.
    TooLarge,
}

/// Makes a picture smaller; never larger than it was. What it is is seen from its bytes, whatever was said of it.
pub(super) fn shrink(source: &[u8], variant: Variant) -> Result<Small, Unfit> {
    let mut reader = ImageReader::new(Cursor::new(source)).with_guessed_format().map_err(|_| Unfit::NotAPicture)?;
    let format = reader.format().ok_or(Unfit::NotAPicture)?;
    let mut bounds = Limits::default();
    bounds.max_alloc = Some(limits::PICTURE_DECODED_BYTES);
    reader.limits(bounds);
    // This reads the head alone.
    let mut decoder = reader.into_decoder().map_err(|error| unfit(&error))?;
    if decoder.total_bytes() > limits::PICTURE_DECODED_BYTES {
        return Err(Unfit::TooLarge);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(|error| unfit(&error))?;
    let small = fit(picture, variant, orientation);
    encode(small, format)
}

fn unfit(error: &image::ImageError) -> Unfit {
    match error {
        image::ImageError::Limits(_) => Unfit::TooLarge,
        _ => Unfit::NotAPicture,
    }
}

/// Made smaller first and turned then, which is less work.
fn fit(picture: DynamicImage, variant: Variant, orientation: Orientation) -> DynamicImage {
    let is_on_its_side = matches!(
        orientation,
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    );
    let (width, height) = match is_on_its_side {
        true => (variant.height, variant.width),
        false => (variant.width, variant.height),
    };
    let mut small = match variant.fit {
        Fit::Scale if picture.width() <= width && picture.height() <= height => picture,
        Fit::Scale => picture.thumbnail(width, height),
        Fit::Crop => crop(&picture, width, height),
    };
    small.apply_orientation(orientation);
    small
}

fn crop(picture: &DynamicImage, width: u32, height: u32) -> DynamicImage {
    let (has_width, has_height) = (u64::from(picture.width()), u64::from(picture.height()));
    let (width_64, height_64) = (u64::from(width), u64::from(height));
    // The largest part with the box's proportions.
    let part_width = has_width.min(has_height * width_64 / height_64).max(1) as u32;
    let part_height = has_height.min(has_width * height_64 / width_64).max(1) as u32;
    let left = (picture.width() - part_width) / 2;
    let top = (picture.height() - part_height) / 2;
    let part = picture.crop_imm(left, top, part_width, part_height);
    if part_width <= width { part } else { part.thumbnail_exact(width, height) }
}

/// A photo stays a photo; what may have sharp edges or see-through places keeps them.
fn encode(picture: DynamicImage, from: ImageFormat) -> Result<Small, Unfit> {
    let is_photo = match from {
        ImageFormat::Jpeg => true,
        ImageFormat::WebP => !picture.color().has_alpha(),
        _ => false,
    };
    let mut bytes = Vec::new();
    let (content_type, written) = if is_photo {
        let encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
        ("image/jpeg", DynamicImage::from(picture.into_rgb8()).write_with_encoder(encoder))
    } else if picture.color().has_alpha() {
        ("image/png", DynamicImage::from(picture.into_rgba8()).write_with_encoder(PngEncoder::new(&mut bytes)))
    } else {
        ("image/png", DynamicImage::from(picture.into_rgb8()).write_with_encoder(PngEncoder::new(&mut bytes)))
    };
    written.map_err(|_| Unfit::NotAPicture)?;
    Ok(Small { content_type, bytes })
}

#[cfg(test)]
mod tests {
    use image::{GenericImageView, Rgb, RgbImage, RgbaImage};

    use super::*;

    fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let mut picture = RgbImage::new(width, height);
        for (x, y, point) in picture.enumerate_pixels_mut() {
            *point = Rgb([(x % 256) as u8, (y % 256) as u8, 100]);
        }
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::from(picture).write_to(&mut bytes, format).expect("a picture is written");
        bytes.into_inner()
    }

    fn size(small: &Small) -> (u32, u32) {
        image::load_from_memory(&small.bytes).expect("a thumbnail is a picture").dimensions()
    }

    #[test]
    fn a_variant_is_not_smaller_than_what_is_asked_for() {
        let name = |width, height, fit| Variant::choose(width, height, fit).name();
        assert_eq!(name(1, 1, Fit::Crop), "32x32-crop");
        assert_eq!(name(33, 20, Fit::Crop), "320x240-crop");
        assert_eq!(name(100, 100, Fit::Crop), "240x240-crop");
        assert_eq!(name(32, 32, Fit::Scale), "32x32-scale");
        assert_eq!(name(100, 100, Fit::Scale), "240x240-scale");
        assert_eq!(name(800, 600, Fit::Scale), "800x600-scale");
        assert_eq!(name(1000, 1000, Fit::Crop), "1600x1200-crop");
        assert_eq!(name(u32::MAX, u32::MAX, Fit::Scale), "1600x1200-scale");
        assert_eq!(name(0, 0, Fit::Scale), "32x32-scale");
    }

    #[test]
    fn a_picture_is_scaled_or_cropped_and_never_enlarged() {
        let wide = picture(400, 100, ImageFormat::Png);
        let shrink = |width, height, fit| shrink(&wide, Variant::choose(width, height, fit)).unwrap();
        assert_eq!(size(&shrink(32, 32, Fit::Scale)), (32, 8));
        assert_eq!(size(&shrink(32, 32, Fit::Crop)), (32, 32));
        assert_eq!(size(&shrink(800, 600, Fit::Scale)), (400, 100));
        assert_eq!(size(&shrink(800, 600, Fit::Crop)), (133, 100));
        assert_eq!(shrink(32, 32, Fit::Crop).content_type, "image/png");
    }

    #[test]
    fn every_format_that_browsers_show_is_read() {
        for (format, content_type) in [
            (ImageFormat::Png, "image/png"),
            (ImageFormat::Gif, "image/png"),
            (ImageFormat::Jpeg, "image/jpeg"),
            (ImageFormat::WebP, "image/jpeg"),
        ] {
            let small = shrink(&picture(64, 64, format), Variant::choose(32, 32, Fit::Crop)).unwrap();
            assert_eq!((small.content_type, size(&small)), (content_type, (32, 32)), "{format:?}");
        }
        let mut clear = Cursor::new(Vec::new());
        DynamicImage::from(RgbaImage::new(50, 50)).write_to(&mut clear, ImageFormat::WebP).unwrap();
        let small = shrink(clear.get_ref(), Variant::choose(32, 32, Fit::Crop)).unwrap();
        assert_eq!(small.content_type, "image/png");
    }

    #[test]
    fn what_is_no_picture_or_a_broken_one_is_refused() {
        let mut cut = picture(64, 64, ImageFormat::Png);
        cut.truncate(60);
        for source in [&b""[..], b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\x89PNG\r\n\x1a\n", &cut, b"BM\0\0"] {
            let refused = shrink(source, Variant::choose(32, 32, Fit::Crop)).err();
            assert_eq!(refused, Some(Unfit::NotAPicture));
        }
    }

    #[test]
    fn a_bomb_is_seen_from_its_head() {
        // A small file that says of itself that it is 60,000 points wide and high.
        let mut bomb = picture(8, 8, ImageFormat::Png);
        bomb[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
        bomb[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
        let checksum = crc(&bomb[12..29]);
        bomb[29..33].copy_from_slice(&checksum.to_be_bytes());
        let refused = shrink(&bomb, Variant::choose(32, 32, Fit::Crop)).err();
        assert_eq!(refused, Some(Unfit::TooLarge));
    }

    /// The checksum of a part of a PNG (ISO 3309).
    fn crc(bytes: &[u8]) -> u32 {
        let step = |crc: u32, byte: &u8| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 })
        };
        !bytes.iter().fold(!0, step)
    }
}
