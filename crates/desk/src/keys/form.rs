//! Reading the maps of kept keys and requests: every field in its type, none left over.

use journal::Item;

/// The fields of one map, taken out one by one.
pub(crate) struct Form(Vec<(String, Item)>);

impl Form {
    /// The fields of canonical bytes that are a map.
    pub(crate) fn read(bytes: &[u8], limit: usize) -> Option<Self> {
        Self::of(Item::from_bytes(bytes, limit).ok()?)
    }

    /// The fields of an item that is a map.
    pub(crate) fn of(item: Item) -> Option<Self> {
        match item {
            Item::Map(fields) => Some(Self(fields)),
            _ => None,
        }
    }

    fn take(&mut self, name: &str) -> Option<Item> {
        let place = self.0.iter().position(|(key, _)| key == name)?;
        Some(self.0.remove(place).1)
    }

    pub(crate) fn text(&mut self, name: &str) -> Option<String> {
        match self.take(name)? {
            Item::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn bytes(&mut self, name: &str) -> Option<Vec<u8>> {
        match self.take(name)? {
            Item::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// A number that is not negative.
    pub(crate) fn number(&mut self, name: &str) -> Option<u64> {
        match self.take(name)? {
            Item::Int(number) => u64::try_from(number).ok(),
            _ => None,
        }
    }

    pub(crate) fn exactly<const N: usize>(&mut self, name: &str) -> Option<[u8; N]> {
        self.bytes(name)?.try_into().ok()
    }

    pub(crate) fn list(&mut self, name: &str) -> Option<Vec<Item>> {
        match self.take(name)? {
            Item::List(items) => Some(items),
            _ => None,
        }
    }

    /// Nothing is left over.
    pub(crate) fn done(self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}

/// A map of pairs.
pub(crate) fn map<const N: usize>(pairs: [(&str, Item); N]) -> Item {
    Item::Map(pairs.map(|(name, item)| (name.to_owned(), item)).into())
}
