//! The neighbour of a demonstration: a post of its own at an address of its own, and the couriers of both, which carry
//! to the other one what is given out at one of them.

use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use desk::keys::{By, Passphrase, PostSealer};
use desk::{Desk, Failure};
use web::courier::Courier;

use super::keys::POST_PASSPHRASE;
use crate::serve;
use crate::stop::{Outcome, Stop};
use crate::{courier, real};

/// The time between two calls where nothing waits; what was given out is carried at once.
const EVERY: Duration = Duration::from_secs(20);
const FREE: &str = "127.0.0.1:0";

/// A post whose keys are open, with its courier at a port of this computer.
pub struct Line {
    desk: Arc<Desk>,
    courier: Arc<Courier>,
    listener: TcpListener,
    url: String,
}

impl Line {
    /// Opens the keys of a post where they are not open yet, and listens where the other one knows it already, else at
    /// a free port.
    pub fn open(desk: &Arc<Desk>, other: &Desk, opened: Option<PostSealer>) -> Outcome<Self> {
        let passphrase = Passphrase::new(POST_PASSPHRASE);
        let sealer = opened.map_or_else(|| desk.unlock_post(&passphrase), Ok)?;
        let road = desk.open_road(&sealer, &passphrase)?;
        let name = sealer.name().to_string();
        let known = other.peer_views()?.into_iter().find(|peer| peer.post == name).and_then(|peer| peer.url);
        let before = known.as_deref().and_then(|url| url.strip_prefix("https://"));
        let listener = match before.map(|address| serve::listen(address, false)) {
            Some(Ok(listener)) => listener,
            _ => serve::listen(FREE, false)?,
        };
        let url = format!("https://{}", serve::address_of(&listener)?);
        Ok(Self { desk: Arc::clone(desk), courier: courier::courier(desk, sealer, road), listener, url })
    }

    /// Lets this post know where the other one is reached, where that is news: it meets the other one again.
    pub fn knows(&self, other: &Self) -> Outcome {
        let name = other.courier.road().name().to_string();
        if self.desk.peer_views()?.iter().any(|peer| peer.post == name && peer.url.as_ref() == Some(&other.url)) {
            return Ok(());
        }
        let sealer = other.desk.sealer().ok_or_else(|| Stop::Failed("the keys of a post are not open".to_owned()))?;
        let introduction = other.desk.introduce(&sealer, Some(&*other.courier.road()), Some(&other.url))?;
        let code = other.desk.look_at_introduction(&introduction)?.code;
        self.desk.meet(By::Console, &introduction, &code)?;
        Ok(())
    }

    /// Answers the other post's courier and calls the other post, until something breaks.
    async fn keep(self) -> std::io::Result<()> {
        let chance = Arc::clone(&self.desk);
        let rounds = web::courier::rounds(Arc::clone(&self.courier), EVERY, move || chance.fresh_act()[0]);
        tokio::select! {
            ended = web::courier::answer(self.courier, self.listener) => ended,
            () = rounds => Ok(()),
        }
    }
}

/// The address at which the pages of the neighbour are opened. A browser keeps one session for a name, whatever the
/// port: so that one person can be logged in at both posts, the neighbour has another name of this computer.
pub fn url(listener: &TcpListener) -> Outcome<String> {
    Ok(format!("http://localhost:{}", serve::address_of(listener)?.port()))
}

/// The pages of the neighbour and both couriers, beside the pages of the own side.
pub fn beside(
    neighbour: Arc<Desk>,
    listener: TcpListener,
    options: web::Options,
    lines: (Line, Line),
) -> Outcome<impl Future<Output = std::io::Result<()>> + Send + 'static> {
    let tables = Arc::new(real::table_reader()?);
    Ok(async move {
        tokio::select! {
            ended = web::serve(neighbour, tables, listener, options) => ended,
            ended = lines.0.keep() => ended,
            ended = lines.1.keep() => ended,
        }
    })
}

/// Does something at both posts at once; the work of each is mostly that of its passphrases.
pub fn at_once<A: Send, B: Send>(
    one: impl FnOnce() -> Outcome<A> + Send,
    other: impl FnOnce() -> Outcome<B> + Send,
) -> Outcome<(A, B)> {
    std::thread::scope(|scope| {
        let other = scope.spawn(other);
        let one = one()?;
        let other = other.join().map_err(|_| Failure::Unfit("the work at the neighbour's post broke".to_owned()))?;
        Ok((one, other?))
    })
}
