//! Reading maps whose fields are known: everything must be there in its type, and nothing else.

use crate::cbor::Item;
use crate::fault::{Code, Fault};
use crate::origin::is_code;

/// The fields of one map, taken out one by one.
pub struct Fields {
    place: String,
    left: Vec<(String, Item)>,
}

impl Fields {
    /// The fields of an item that must be a map.
    pub fn of(item: Item, place: &str) -> Result<Self, Fault> {
        match item {
            Item::Map(left) => Ok(Self { place: place.to_owned(), left }),
            _ => Err(Fault::new(Code::Shape, place)),
        }
    }

    /// The place of a field.
    pub fn at(&self, name: &str) -> String {
        if self.place.is_empty() { name.to_owned() } else { format!("{}.{name}", self.place) }
    }

    fn fault(&self, name: &str) -> Fault {
        Fault::new(Code::Shape, self.at(name))
    }

    /// Whether a field is there and has not been taken out.
    pub fn has(&self, name: &str) -> bool {
        self.left.iter().any(|(key, _)| key == name)
    }

    /// A field that may be missing.
    pub fn maybe(&mut self, name: &str) -> Option<Item> {
        let index = self.left.iter().position(|(key, _)| key == name)?;
        Some(self.left.remove(index).1)
    }

    /// A field.
    pub fn item(&mut self, name: &str) -> Result<Item, Fault> {
        self.maybe(name).ok_or_else(|| self.fault(name))
    }

    /// A text of 1 to `limit` bytes.
    pub fn text(&mut self, name: &str, limit: usize) -> Result<String, Fault> {
        match self.item(name)? {
            Item::Text(text) if (1..=limit).contains(&text.len()) => Ok(text),
            _ => Err(self.fault(name)),
        }
    }

    /// A code of a side, a post, a language or a kind.
    pub fn code(&mut self, name: &str) -> Result<String, Fault> {
        match self.item(name)? {
            Item::Text(code) if is_code(&code) => Ok(code),
            _ => Err(self.fault(name)),
        }
    }

    /// An integer from 0 to 2^53 - 1, which every implementation can hold exactly.
    pub fn number(&mut self, name: &str) -> Result<u64, Fault> {
        match self.item(name)? {
            Item::Int(number) if (0..1 << 53).contains(&number) => u64::try_from(number).map_err(|_| self.fault(name)),
            _ => Err(self.fault(name)),
        }
    }

    /// A number that counts from 1.
    pub fn count(&mut self, name: &str) -> Result<u64, Fault> {
        match self.number(name)? {
            0 => Err(self.fault(name)),
            count => Ok(count),
        }
    }

    /// Bytes of any length up to `limit`.
    pub fn bytes(&mut self, name: &str, limit: usize) -> Result<Vec<u8>, Fault> {
        match self.item(name)? {
            Item::Bytes(bytes) if bytes.len() <= limit => Ok(bytes),
            _ => Err(self.fault(name)),
        }
    }

    /// Exactly `N` bytes.
    pub fn exactly<const N: usize>(&mut self, name: &str) -> Result<[u8; N], Fault> {
        let item = self.item(name)?;
        exactly(item).ok_or_else(|| self.fault(name))
    }

    /// Exactly `N` bytes, where the field is there.
    pub fn maybe_exactly<const N: usize>(&mut self, name: &str) -> Result<Option<[u8; N]>, Fault> {
        match self.maybe(name) {
            None => Ok(None),
            Some(item) => exactly(item).map(Some).ok_or_else(|| self.fault(name)),
        }
    }

    /// A list of at most `limit` items, each with its place.
    pub fn list(&mut self, name: &str, limit: usize) -> Result<Vec<(String, Item)>, Fault> {
        let place = self.at(name);
        match self.item(name)? {
            Item::List(items) if items.len() <= limit => {
                Ok(items.into_iter().enumerate().map(|(n, item)| (format!("{place}[{n}]"), item)).collect())
            }
            _ => Err(self.fault(name)),
        }
    }

    /// Nothing is left over; if something is, the fault is that of the map.
    pub fn done(self) -> Result<(), Fault> {
        if self.left.is_empty() { Ok(()) } else { Err(Fault::new(Code::Shape, self.place)) }
    }
}

/// The `N` bytes of an item.
pub fn exactly<const N: usize>(item: Item) -> Option<[u8; N]> {
    match item {
        Item::Bytes(bytes) => bytes.try_into().ok(),
        _ => None,
    }
}

/// A map from pairs with names.
pub fn map<const N: usize>(pairs: [(&str, Item); N]) -> Item {
    Item::Map(pairs.into_iter().map(|(name, item)| (name.to_owned(), item)).collect())
}
