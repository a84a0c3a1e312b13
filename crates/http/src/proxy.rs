//! Who a request comes from, when proxies stand in between. A proxy's word counts only when its own
//! address is one that the operator trusts; what anybody else writes into the header is ignored.

use std::net::IpAddr;

use hearth_kernel::{Error, Result};
use http::HeaderMap;
use ipnet::IpNet;

const FORWARDED_FOR: &str = "x-forwarded-for";

/// The addresses whose `X-Forwarded-For` is believed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustedProxies(Vec<IpNet>);

impl TrustedProxies {
    /// Addresses and networks, with commas in between: `127.0.0.1, ::1, 10.0.0.0/8`.
    pub fn parse(text: &str) -> Result<Self> {
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        let network = |part: &str| {
            let parsed = part.parse::<IpNet>().ok().or_else(|| part.parse::<IpAddr>().ok().map(IpNet::from));
            parsed.ok_or_else(|| {
                Error::invalid_param(format!("{part} is neither an address nor a network such as 10.0.0.0/8"))
            })
        };
        parts.map(network).collect::<Result<_>>().map(Self)
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }

    /// The client: going back along the way that the request took, the first that is no proxy of ours.
    /// Each proxy has appended whom it spoke to, so what stands further left is only what somebody claims.
    pub(crate) fn client(&self, headers: &HeaderMap, peer: IpAddr) -> IpAddr {
        let mut client = peer.to_canonical();
        if !self.trusts(client) {
            return client;
        }
        let values: Vec<&str> = headers.get_all(FORWARDED_FOR).iter().filter_map(|value| value.to_str().ok()).collect();
        for named in values.iter().rev().flat_map(|value| value.rsplit(',')) {
            let Some(address) = address(named.trim()) else { return client };
            client = address;
            if !self.trusts(client) {
                return client;
            }
        }
        client
    }
}

/// Some proxies add the port; IPv6 stands in brackets then.
fn address(text: &str) -> Option<IpAddr> {
    let with_port = || text.parse::<std::net::SocketAddr>().ok().map(|socket| socket.ip());
    let address = text.parse().ok().or_else(with_port);
    address.map(|address: IpAddr| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(trusted: &str, peer: &str, forwarded: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append(FORWARDED_FOR, value.parse().unwrap());
        }
        TrustedProxies::parse(trusted).unwrap().client(&headers, peer.parse().unwrap()).to_string()
    }

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        assert_eq!(client("", "127.0.0.1", &["203.0.113.7"]), "127.0.0.1");
        assert_eq!(client("127.0.0.1", "192.0.2.1", &["203.0.113.7"]), "192.0.2.1");
        assert_eq!(client("127.0.0.1", "127.0.0.1", &["203.0.113.7"]), "203.0.113.7");
        assert_eq!(client("127.0.0.1", "::ffff:127.0.0.1", &["203.0.113.7"]), "203.0.113.7");
    }

    #[test]
    fn what_a_client_claims_of_itself_is_not_believed() {
        assert_eq!(client("127.0.0.1", "127.0.0.1", &["198.51.100.1, 203.0.113.7"]), "203.0.113.7");
        assert_eq!(client("127.0.0.1", "127.0.0.1", &["198.51.100.1", "203.0.113.7"]), "203.0.113.7");
        assert_eq!(client("127.0.0.1", "127.0.0.1", &["203.0.113.7, nonsense"]), "127.0.0.1");
        assert_eq!(client("127.0.0.1", "127.0.0.1", &[]), "127.0.0.1");
    }

    #[test]
    fn a_chain_of_trusted_proxies_is_followed_to_its_end() {
        let trusted = "127.0.0.1, 10.0.0.0/8, fd00::/8";
        assert_eq!(client(trusted, "127.0.0.1", &["198.51.100.1, 203.0.113.7, 10.1.2.3"]), "203.0.113.7");
        assert_eq!(client(trusted, "fd00::1", &["[2001:db8::1]:4711"]), "2001:db8::1");
        assert_eq!(client(trusted, "127.0.0.1", &["10.9.9.9, 10.1.2.3"]), "10.9.9.9");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        assert!(TrustedProxies::parse("127.0.0.1, proxy.example").is_err());
        assert!(TrustedProxies::parse("10.0.0.0/33").is_err());
    }
}
