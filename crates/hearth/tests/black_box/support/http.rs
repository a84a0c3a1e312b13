//! A client of HTTP/1.1 that keeps its connection, and says when an answer was lost.

use std::io::{Error, ErrorKind, Result};

use serde_json::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use super::{DEADLINE, server::Address};

const CONTINUE: u16 = 100;
const HEADERS: usize = 32;

/// What the server said.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Value,
}

/// One connection, made anew when it was lost.
pub(crate) struct Http {
    address: Address,
    stream: Option<TcpStream>,
}

impl Http {
    pub(crate) fn new(address: Address) -> Self {
        Self { address, stream: None }
    }

    /// One request and its answer. An error means that nobody knows what became of the request.
    pub(crate) async fn call(&mut self, method: &str, path: &str, token: &str, body: Option<&Value>) -> Result<Answer> {
        let body = body.map_or_else(String::new, Value::to_string);
        let request = format!("{}{body}", head(method, path, token, body.len(), ""));
        self.exchange(request.as_bytes()).await
    }

    /// Sends a request's head and resolves when the server is working on it and wants the body.
    pub(crate) async fn begin(&mut self, method: &str, path: &str, token: &str, body_bytes: usize) {
        let head = head(method, path, token, body_bytes, "expect: 100-continue\r\n");
        let answer = self.exchange(head.as_bytes()).await.expect("the server answers");
        assert_eq!(answer.status, CONTINUE, "the server asks for the body: {answer:?}");
    }

    /// Sends the body of a request that was begun.
    pub(crate) async fn finish(&mut self, body: &str) -> Result<Answer> {
        self.exchange(body.as_bytes()).await
    }

    async fn exchange(&mut self, bytes: &[u8]) -> Result<Answer> {
        let mut stream = match self.stream.take() {
            Some(stream) => stream,
            None => {
                let address = *self.address.lock().expect("nobody panics with it");
                let stream = TcpStream::connect(address).await?;
                stream.set_nodelay(true)?;
                stream
            }
        };
        let answer = async {
            stream.write_all(bytes).await?;
            receive(&mut stream).await
        };
        let answer = tokio::time::timeout(DEADLINE, answer).await.map_err(|_| Error::from(ErrorKind::TimedOut))??;
        self.stream = Some(stream);
        Ok(answer)
    }
}

fn head(method: &str, path: &str, token: &str, body_bytes: usize, more: &str) -> String {
    let token = if token.is_empty() { String::new() } else { format!("authorization: Bearer {token}\r\n") };
    format!("{method} {path} HTTP/1.1\r\nhost: localhost\r\n{token}{more}content-length: {body_bytes}\r\n\r\n")
}

async fn receive(stream: &mut TcpStream) -> Result<Answer> {
    let mut received = Vec::new();
    loop {
        if let Some(answer) = parse(&received)? {
            return Ok(answer);
        }
        if stream.read_buf(&mut received).await? == 0 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
    }
}

/// The answer, once all of it is there. Hearth always says how long it is.
fn parse(received: &[u8]) -> Result<Option<Answer>> {
    let mut headers = [httparse::EMPTY_HEADER; HEADERS];
    let mut head = httparse::Response::new(&mut headers);
    let parsed = head.parse(received).map_err(Error::other)?;
    let (httparse::Status::Complete(start), Some(status)) = (parsed, head.code) else { return Ok(None) };
    if status == CONTINUE {
        return Ok(Some(Answer { status, body: Value::Null }));
    }
    let length = head.headers.iter().find(|header| header.name.eq_ignore_ascii_case("content-length"));
    let length = length.and_then(|header| std::str::from_utf8(header.value).ok()?.parse::<usize>().ok());
    let length = length.ok_or_else(|| Error::other("an answer without its length"))?;
    let Some(body) = received.get(start..start + length) else { return Ok(None) };
    let body = serde_json::from_slice(body).map_err(Error::other)?;
    Ok(Some(Answer { status, body }))
}
