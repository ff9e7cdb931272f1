//! Strategies, a story generator with known differences, and a snapshot helper for tests.
