//! A body that is read as it comes, so that a file never stands in memory whole.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::body::Body;
use bytes::Bytes;
use hearth_kernel::{Error, Kind, Result, limits};
use http::{HeaderMap, header};
use http_body_util::BodyExt;
use hyper::body::Body as _;

use crate::call::Shown;

/// The body of a streamed route.
pub struct Upload {
    /// Never locked: it lets a call be shared between threads, which a body cannot be.
    body: Mutex<Body>,
    /// The client sends nothing before the server has said that it wants it.
    waits_to_be_asked: bool,
    shown: Option<Arc<Shown>>,
}

impl Upload {
    pub(crate) fn new(headers: &HeaderMap, body: Body, shown: Option<Arc<Shown>>) -> Self {
        Self { body: Mutex::new(body), waits_to_be_asked: headers.contains_key(header::EXPECT), shown }
    }

    /// How large the client says that it is; nothing where it does not say.
    pub fn declared_bytes(&mut self) -> Option<u64> {
        self.body().size_hint().exact()
    }

    /// The next piece; nothing at the end, which comes for who may still call. A client has [`limits::BODY_TIME_MS`] for
    /// each.
    pub async fn next(&mut self) -> Result<Option<Bytes>> {
        self.waits_to_be_asked = false;
        let slow = |_| Error::new(Kind::Invalid, "M_UNKNOWN", "The request's body did not arrive in time.");
        let within = Duration::from_millis(limits::BODY_TIME_MS);
        loop {
            let frame = tokio::time::timeout(within, self.body().frame()).await.map_err(slow)?;
            let Some(frame) = frame else {
                if let Some(shown) = &self.shown {
                    shown.caller().await?;
                }
                return Ok(None);
            };
            let broken = |error: axum::Error| {
                Error::new(Kind::Invalid, "M_UNKNOWN", "The request's body broke off.").caused_by(error)
            };
            // Trailers say nothing here.
            if let Ok(piece) = frame.map_err(broken)?.into_data() {
                return Ok(Some(piece));
            }
        }
    }

    /// Reads on for a while and forgets it: a client that is still sending would not hear a refusal.
    pub async fn drain(mut self) {
        if self.waits_to_be_asked {
            return;
        }
        let mut read = 0;
        while read < limits::UPLOAD_DRAINED_BYTES
            && let Ok(Some(piece)) = self.next().await
        {
            read += piece.len();
        }
    }

    fn body(&mut self) -> &mut Body {
        self.body.get_mut().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// A body without an end, and what was taken of it.
    fn endless() -> (Body, Arc<AtomicUsize>) {
        static PIECE: [u8; 1024 * 1024] = [0; 1024 * 1024];
        let taken = Arc::new(AtomicUsize::new(0));
        let counted = taken.clone();
        let pieces = futures_util::stream::repeat_with(move || {
            counted.fetch_add(PIECE.len(), Ordering::Relaxed);
            Ok::<_, std::convert::Infallible>(Bytes::from_static(&PIECE))
        });
        (Body::from_stream(pieces), taken)
    }

    #[tokio::test]
    async fn upload_drained_bytes_are_taken_of_what_is_refused() {
        let (body, taken) = endless();
        Upload::new(&HeaderMap::new(), body, None).drain().await;
        assert_eq!(taken.load(Ordering::Relaxed), limits::UPLOAD_DRAINED_BYTES);
        let (body, taken) = endless();
        let asks = HeaderMap::from_iter([(header::EXPECT, http::HeaderValue::from_static("100-continue"))]);
        Upload::new(&asks, body, None).drain().await;
        assert_eq!(taken.load(Ordering::Relaxed), 0, "who waits to be asked is sent nothing");
    }
}
