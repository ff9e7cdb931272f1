//! A comparison rendered as HTML, Markdown, JSON, CSV or terminal text, and verified.
