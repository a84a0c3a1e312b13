//! How sure a share is.

/// The normal quantile of intervals that hold 95 times of 100.
pub const Z: f64 = 1.959_963_984_540_054;

/// Where the true share lies with 95 %: Wilson's score interval (E. B. Wilson, JASA 22, 1927).
pub fn share(part: u64, whole: u64) -> (f64, f64) {
    if whole == 0 {
        return (0.0, 1.0);
    }
    let (n, p, z2) = (whole as f64, part as f64 / whole as f64, Z * Z);
    let middle = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let width = Z / (1.0 + z2 / n) * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    // Rounding must not put the share itself outside.
    ((middle - width).clamp(0.0, p), (middle + width).clamp(p, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_is_as_published() {
        // R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
        let published =
            [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)];
        for (part, whole, low, high) in published {
            let found = share(part, whole);
            assert!((found.0 - low).abs() < 5e-5 && (found.1 - high).abs() < 5e-5, "{part} of {whole}: {found:?}");
        }
        assert_eq!(share(0, 0), (0.0, 1.0));
    }
}
