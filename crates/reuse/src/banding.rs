//! How a signature is cut into bands.

/// Bands of rows: two documents are looked at when all rows of one band agree.
///
/// Two sets of similarity `s` agree in a band of `r` rows with a chance of `s^r`, and so in at least one of `b`
/// bands with `1 − (1 − s^r)^b` (Indyk and Motwani 1998; Broder's clustering of the web is the same thought).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Banding {
    /// Number of bands.
    pub bands: usize,
    /// Rows in each.
    pub rows: usize,
}

impl Banding {
    /// The most selective bands that still find a pair at the threshold with a chance of at least `recall`;
    /// pairs above the threshold are found with a higher one. Where no banding reaches it, one row a band.
    ///
    /// ```
    /// use corroborate_reuse::Banding;
    ///
    /// let banding = Banding::new(128, 0.7, 0.98);
    /// assert_eq!((banding.bands, banding.rows), (25, 5));
    /// assert!(banding.chance(0.7) >= 0.98 && banding.chance(0.2) < 0.01);
    /// ```
    pub fn new(permutations: usize, threshold: f64, recall: f64) -> Self {
        let permutations = permutations.max(1);
        (1..=permutations)
            .rev()
            .map(|rows| Self { bands: permutations / rows, rows })
            .find(|banding| banding.chance(threshold) >= recall)
            .unwrap_or(Self { bands: permutations, rows: 1 })
    }

    /// The chance that a pair of this similarity is looked at.
    pub fn chance(self, similarity: f64) -> f64 {
        1.0 - (1.0 - similarity.clamp(0.0, 1.0).powf(self.rows as f64)).powf(self.bands as f64)
    }
}
