//! The rules of documents, tried on the invented line.
