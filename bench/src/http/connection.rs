//! One keep-alive connection to the server under test.

use std::io::Write as _;
use std::net::{Ipv4Addr, SocketAddr};

use anyhow::{Context, Result, bail};
use bytes::BytesMut;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

use super::decoder::{Decoder, Response};

/// Room made for each read: most answers come in one piece.
const READ_BYTES: usize = 8 * 1024;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Method {
    Get,
    Post,
    Put,
}

impl Method {
    fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
        }
    }

    /// Whether sending it twice does no more than sending it once; a PUT here carries a transaction id.
    fn repeats(self) -> bool {
        self != Self::Post
    }
}

/// What a request brings.
#[derive(Clone, Copy)]
pub struct Body<'a> {
    pub content_type: &'a str,
    pub bytes: &'a [u8],
}

impl<'a> Body<'a> {
    pub fn json(text: &'a str) -> Self {
        Self { content_type: "application/json", bytes: text.as_bytes() }
    }
}

pub struct Connection {
    server: SocketAddr,
    /// The loopback address to come from: one address has too few ports for tens of thousands of connections.
    source: Ipv4Addr,
    stream: Option<TcpStream>,
    decoder: Decoder,
    input: BytesMut,
    output: Vec<u8>,
}

impl Connection {
    pub fn new(server: SocketAddr, source: Ipv4Addr) -> Self {
        // The buffers grow when used: an idle connection should cost the generator as little as possible.
        Self { server, source, stream: None, decoder: Decoder::new(), input: BytesMut::new(), output: Vec::new() }
    }

    /// Sends one request and awaits its response. Opens the connection at first use, and again when the server
    /// closed it while nothing was under way.
    pub async fn call(
        &mut self,
        method: Method,
        path: &str,
        token: Option<&str>,
        body: Option<Body<'_>>,
    ) -> Result<Response> {
        let reused = self.stream.is_some();
        self.write_request(method, path, token, body);
        match self.exchange().await {
            Ok(Some(response)) => return Ok(response),
            Ok(None) if reused && method.repeats() => {}
            Ok(None) => bail!("{} {path}: connection closed without an answer", method.name()),
            Err(error) if reused && method.repeats() && self.input.is_empty() && is_closed(&error) => {}
            Err(error) => return Err(error.context(format!("{} {path}", method.name()))),
        }
        self.stream = None;
        let answer = self.exchange().await.with_context(|| format!("{} {path}", method.name()))?;
        answer.with_context(|| format!("{} {path}: connection closed without an answer", method.name()))
    }

    fn write_request(&mut self, method: Method, path: &str, token: Option<&str>, body: Option<Body>) {
        self.output.clear();
        let output = &mut self.output;
        // Writing to memory cannot fail.
        let _ = write!(output, "{} {path} HTTP/1.1\r\nHost: {}\r\n", method.name(), self.server);
        if let Some(token) = token {
            let _ = write!(output, "Authorization: Bearer {token}\r\n");
        }
        match body {
            Some(Body { content_type, bytes }) => {
                let _ = write!(output, "Content-Type: {content_type}\r\nContent-Length: {}\r\n\r\n", bytes.len());
                output.extend_from_slice(bytes);
            }
            None => output.extend_from_slice(b"\r\n"),
        }
    }

    /// `None` when the server closed the connection before it said anything.
    async fn exchange(&mut self) -> Result<Option<Response>> {
        if self.stream.is_none() {
            self.stream = Some(self.open().await?);
            self.decoder = Decoder::new();
            self.input.clear();
        }
        let stream = self.stream.as_mut().context("just opened")?;
        stream.write_all(&self.output).await?;
        loop {
            self.input.reserve(READ_BYTES);
            let count = stream.read_buf(&mut self.input).await?;
            let response = if count == 0 { self.decoder.end()? } else { self.decoder.take(&mut self.input)? };
            match response {
                Some(response) => {
                    if response.closes {
                        self.stream = None;
                    }
                    return Ok(Some(response));
                }
                None if count == 0 => {
                    self.stream = None;
                    return Ok(None);
                }
                None => {}
            }
        }
    }

    async fn open(&self) -> Result<TcpStream> {
        let socket = TcpSocket::new_v4()?;
        socket.set_reuseaddr(true)?;
        socket.bind(SocketAddr::from((self.source, 0)))?;
        let stream = socket.connect(self.server).await.context("cannot connect")?;
        // A request is one small write; waiting to join it with another would be measured as the server's latency.
        stream.set_nodelay(true)?;
        Ok(stream)
    }
}

/// Whether the connection was found closed, as against anything else that can go wrong.
fn is_closed(error: &anyhow::Error) -> bool {
    use std::io::ErrorKind::{BrokenPipe, ConnectionReset};
    error.downcast_ref::<std::io::Error>().is_some_and(|error| matches!(error.kind(), BrokenPipe | ConnectionReset))
}
