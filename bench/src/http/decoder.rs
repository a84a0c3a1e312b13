//! Cuts HTTP/1.1 responses out of a stream of bytes, wherever the stream happens to be split.

use anyhow::{Context, Result, bail, ensure};
use bytes::{Buf, BytesMut};

/// More headers than any server measured here sends.
const MAX_HEADERS: usize = 64;
/// A head that is still incomplete at this size is not HTTP.
const MAX_HEAD_BYTES: usize = 64 * 1024;
/// A chunk's size line is a few digits; extensions are allowed but not for ever.
const MAX_CHUNK_LINE_BYTES: usize = 1024;
/// The largest answer expected is an initial sync of hundreds of rooms, a few megabytes.
const MAX_BODY_BYTES: u64 = 1 << 30;

/// A complete response.
#[derive(Debug, PartialEq, Eq)]
pub struct Response {
    pub status: u16,
    pub body: Vec<u8>,
    /// The server will close the connection after this response.
    pub closes: bool,
}

/// What the next bytes are.
enum Expecting {
    Head,
    /// So many bytes of a body whose length was announced.
    Body(u64),
    /// The line that announces a chunk's size.
    ChunkSize,
    /// So many bytes of a chunk.
    Chunk(u64),
    /// The line end behind a chunk.
    ChunkEnd,
    /// Trailers, ended by an empty line.
    Trailers,
    /// A body without an announced length, ended by the end of the stream.
    End,
}

/// Keeps its place between calls, so that a long body is looked at once and not again with every read.
pub struct Decoder {
    expecting: Expecting,
    response: Response,
}

impl Decoder {
    pub fn new() -> Self {
        Self { expecting: Expecting::Head, response: Response { status: 0, body: Vec::new(), closes: false } }
    }

    /// Takes what it can from `input`. A response when one is complete, `None` when more bytes are needed.
    pub fn take(&mut self, input: &mut BytesMut) -> Result<Option<Response>> {
        loop {
            match self.expecting {
                Expecting::Head => {
                    let Some(next) = self.head(input)? else {
                        return Ok(None);
                    };
                    self.expecting = next;
                }
                Expecting::Body(left) => {
                    let left = self.body(input, left);
                    self.expecting = Expecting::Body(left);
                    return Ok((left == 0).then(|| self.finish()));
                }
                Expecting::ChunkSize => {
                    let Some(line) = line(input)? else { return Ok(None) };
                    let line = str::from_utf8(&line).context("chunk size is not text")?;
                    let digits = line.split(';').next().unwrap_or_default();
                    let size = u64::from_str_radix(digits.trim(), 16).context("chunk size is not a number")?;
                    ensure!(self.response.body.len() as u64 + size <= MAX_BODY_BYTES, "response body too long");
                    self.expecting = if size == 0 { Expecting::Trailers } else { Expecting::Chunk(size) };
                }
                Expecting::Chunk(left) => match self.body(input, left) {
                    0 => self.expecting = Expecting::ChunkEnd,
                    left => {
                        self.expecting = Expecting::Chunk(left);
                        return Ok(None);
                    }
                },
                Expecting::ChunkEnd => {
                    let Some(line) = line(input)? else { return Ok(None) };
                    ensure!(line.is_empty(), "no line end behind a chunk");
                    self.expecting = Expecting::ChunkSize;
                }
                Expecting::Trailers => {
                    let Some(line) = line(input)? else { return Ok(None) };
                    if line.is_empty() {
                        return Ok(Some(self.finish()));
                    }
                }
                Expecting::End => {
                    self.response.body.extend_from_slice(input);
                    input.clear();
                    return Ok(None);
                }
            }
        }
    }

    /// The stream has ended. Completes a body that only its end could end; an end anywhere else is an error,
    /// but for the pause between two responses, which gives `None`.
    pub fn end(&mut self) -> Result<Option<Response>> {
        match self.expecting {
            Expecting::End => Ok(Some(self.finish())),
            Expecting::Head => Ok(None),
            _ => bail!("connection closed inside a response"),
        }
    }

    /// Reads status and headers; says what follows them.
    fn head(&mut self, input: &mut BytesMut) -> Result<Option<Expecting>> {
        let mut headers = [httparse::EMPTY_HEADER; MAX_HEADERS];
        let mut head = httparse::Response::new(&mut headers);
        let httparse::Status::Complete(length) = head.parse(input).context("not an HTTP response")? else {
            ensure!(input.len() < MAX_HEAD_BYTES, "response head too long");
            return Ok(None);
        };
        let status = head.code.context("a response without a status")?;
        let mut announced = None;
        let mut chunked = false;
        let mut closes = head.version == Some(0);
        for header in head.headers.iter() {
            let value = str::from_utf8(header.value).unwrap_or_default().trim();
            if header.name.eq_ignore_ascii_case("content-length") {
                announced = Some(value.parse::<u64>().context("content-length is not a number")?);
            } else if header.name.eq_ignore_ascii_case("transfer-encoding") {
                chunked = value.eq_ignore_ascii_case("chunked");
            } else if header.name.eq_ignore_ascii_case("connection") {
                closes = value.eq_ignore_ascii_case("close");
            }
        }
        input.advance(length);
        // 100 Continue and its kin announce the real response, which follows.
        if (100..200).contains(&status) {
            return Ok(Some(Expecting::Head));
        }
        self.response.status = status;
        self.response.closes = closes;
        let next = match announced {
            _ if status == 204 || status == 304 => Expecting::Body(0),
            _ if chunked => Expecting::ChunkSize,
            Some(length) => {
                ensure!(length <= MAX_BODY_BYTES, "response body too long");
                Expecting::Body(length)
            }
            None => {
                self.response.closes = true;
                Expecting::End
            }
        };
        Ok(Some(next))
    }

    /// Moves up to `left` bytes into the body and returns how many are still missing.
    fn body(&mut self, input: &mut BytesMut, left: u64) -> u64 {
        let here = input.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        self.response.body.extend_from_slice(&input[..here]);
        input.advance(here);
        left - here as u64
    }

    fn finish(&mut self) -> Response {
        std::mem::replace(self, Self::new()).response
    }
}

/// Takes one line, without its end, if it is complete.
fn line(input: &mut BytesMut) -> Result<Option<BytesMut>> {
    let Some(at) = input.windows(2).position(|pair| pair == b"\r\n") else {
        ensure!(input.len() < MAX_CHUNK_LINE_BYTES, "line too long in a chunked body");
        return Ok(None);
    };
    let line = input.split_to(at);
    input.advance(2);
    Ok(Some(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Feeds `stream` in pieces of `size` bytes and collects the responses, then ends it.
    fn decode(stream: &[u8], size: usize) -> Result<Vec<Response>> {
        let mut decoder = Decoder::new();
        let mut input = BytesMut::new();
        let mut responses = Vec::new();
        for piece in stream.chunks(size) {
            input.extend_from_slice(piece);
            while let Some(response) = decoder.take(&mut input)? {
                responses.push(response);
            }
        }
        responses.extend(decoder.end()?);
        Ok(responses)
    }

    fn response(status: u16, body: &[u8], closes: bool) -> Response {
        Response { status, body: body.to_vec(), closes }
    }

    #[test]
    fn a_stream_gives_the_same_responses_however_it_is_split() {
        let stream = b"HTTP/1.1 100 Continue\r\n\r\n\
            HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello\
            HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3;note=x\r\nabc\r\nA\r\n0123456789\r\n0\r\nX-Sum: 1\r\n\r\n\
            HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n\
            HTTP/1.1 204 No Content\r\n\r\n\
            HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nhi";
        let expected = vec![
            response(200, b"hello", false),
            response(200, b"abc0123456789", false),
            response(404, b"", false),
            response(204, b"", false),
            response(200, b"hi", true),
        ];
        for size in 1..=stream.len() {
            assert_eq!(decode(stream, size).unwrap(), expected, "in pieces of {size}");
        }
    }

    #[test]
    fn a_body_of_unannounced_length_ends_with_the_stream() {
        let stream = b"HTTP/1.1 200 OK\r\n\r\nall of it";
        assert_eq!(decode(stream, 4).unwrap(), [response(200, b"all of it", true)]);
    }

    #[test]
    fn an_end_inside_a_response_is_an_error() {
        for stream in [
            &b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel"[..],
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n0\r\n",
        ] {
            assert!(decode(stream, 7).is_err());
        }
        assert_eq!(decode(b"", 1).unwrap(), []);
    }

    #[test]
    fn what_is_not_http_is_an_error() {
        for stream in [
            &b"hello, world\r\n\r\n"[..],
            b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n",
            b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
        ] {
            assert!(decode(stream, 1000).is_err());
        }
    }
}
