//! The front door for tests: requests go through the real router, without a socket.

use axum::Router;
pub use axum::body::Body;
use bytes::Bytes;
use http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use serde_json::Value;
use tower::ServiceExt;

/// A client without a socket.
#[derive(Clone)]
pub struct Door {
    router: Router,
    token: Option<String>,
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: http::HeaderMap,
    pub bytes: Bytes,
    pub text: String,
    pub json: Value,
}

impl Answer {
    /// The body of a success.
    #[track_caller]
    pub fn ok(self) -> Value {
        assert_eq!(self.status, StatusCode::OK, "{}", self.text);
        self.json
    }

    /// Status and code of a refusal, for one comparison.
    pub fn refusal(&self) -> (u16, &str) {
        (self.status.as_u16(), self.json["errcode"].as_str().unwrap_or(""))
    }

    /// A header's text; empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
    }
}

impl Door {
    pub fn new(router: Router) -> Self {
        Self { router, token: None }
    }

    /// The same door for somebody with a token.
    #[must_use]
    pub fn with_token(&self, token: &str) -> Self {
        Self { router: self.router.clone(), token: Some(token.to_owned()) }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, "").await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        self.send("DELETE", path, "").await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.send("POST", path, body.to_string()).await
    }

    pub async fn put(&self, path: &str, body: Value) -> Answer {
        self.send("PUT", path, body.to_string()).await
    }

    /// Any method, any bytes.
    pub async fn send(&self, method: &str, path: &str, body: impl Into<Vec<u8>>) -> Answer {
        self.send_with(method, path, &[], Body::from(body.into())).await
    }

    /// The same with headers, and with a body that may come in pieces.
    pub async fn send_with(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Body) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(token) = &self.token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        let request = request.body(body).expect("a request of the test");
        let reply = self.router.clone().oneshot(request).await.unwrap_or_else(|never| match never {});
        let (parts, body) = reply.into_parts();
        let bytes = body.collect().await.expect("the body ends").to_bytes();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let json = serde_json::from_str(&text).unwrap_or(Value::Null);
        Answer { status: parts.status, headers: parts.headers, bytes, text, json }
    }
}
