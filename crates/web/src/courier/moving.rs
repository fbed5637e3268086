//! A line on which somebody looks: as long as bytes move it may take its time, and when nothing moves any more it is cut.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, sleep};

use super::Limits;

/// How many bytes have passed in both directions.
#[derive(Clone, Debug, Default)]
pub struct Moved(Arc<AtomicU64>);

impl Moved {
    /// How many.
    pub fn bytes(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    fn add(&self, bytes: usize) {
        self.0.fetch_add(bytes as u64, Ordering::Relaxed);
    }

    /// Ends when the line has been silent for too long, or carried too little for the time that it took.
    pub async fn standstill(&self, limits: &Limits) {
        let begun = Instant::now();
        let mut before = self.bytes();
        loop {
            sleep(limits.silence).await;
            let now = self.bytes();
            let allowed = limits.whole.as_secs() + now / limits.pace.max(1);
            if now == before || begun.elapsed().as_secs() > allowed {
                return;
            }
            before = now;
        }
    }
}

/// A line whose bytes are counted.
pub struct Watched<S> {
    line: S,
    moved: Moved,
}

impl<S> Watched<S> {
    /// Counts the bytes of a line.
    pub const fn new(line: S, moved: Moved) -> Self {
        Self { line, moved }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Watched<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        let polled = Pin::new(&mut self.line).poll_read(cx, buf);
        self.moved.add(buf.filled().len() - before);
        polled
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Watched<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.line).poll_write(cx, buf);
        if let Poll::Ready(Ok(written)) = &polled {
            self.moved.add(*written);
        }
        polled
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.line).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.line).poll_shutdown(cx)
    }
}
