//! Reading the maps of kept keys and requests: every field in its type, none left over.

use journal::Item;

/// The fields of one map, taken out one by one.
pub(super) struct Form(Vec<(String, Item)>);

impl Form {
    /// The fields of canonical bytes that are a map.
    pub(super) fn read(bytes: &[u8], limit: usize) -> Option<Self> {
        Self::of(Item::from_bytes(bytes, limit).ok()?)
    }

    /// The fields of an item that is a map.
    pub(super) fn of(item: Item) -> Option<Self> {
        match item {
            Item::Map(fields) => Some(Self(fields)),
            _ => None,
        }
    }

    fn take(&mut self, name: &str) -> Option<Item> {
        let place = self.0.iter().position(|(key, _)| key == name)?;
        Some(self.0.remove(place).1)
    }

    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        match self.take(name)? {
            Item::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn bytes(&mut self, name: &str) -> Option<Vec<u8>> {
        match self.take(name)? {
            Item::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }

    pub(super) fn exactly<const N: usize>(&mut self, name: &str) -> Option<[u8; N]> {
        self.bytes(name)?.try_into().ok()
    }

    pub(super) fn list(&mut self, name: &str) -> Option<Vec<Item>> {
        match self.take(name)? {
            Item::List(items) => Some(items),
            _ => None,
        }
    }

    /// Nothing is left over.
    pub(super) fn done(self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}

/// A map of pairs.
pub(super) fn map<const N: usize>(pairs: [(&str, Item); N]) -> Item {
    Item::Map(pairs.map(|(name, item)| (name.to_owned(), item)).into())
}
