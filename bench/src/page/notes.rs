//! What a reader must know to read the figures right.

pub const NOTES: &str = "\
## Notes

- **CPU per operation** is user and system time of the server and all its descendants from /proc, with \
PostgreSQL's processes counted in, divided by what was done in the measured window. It is the figure to compare: \
rates and latencies also depend on how many cores there were, and the generator shared them. It \
uses one core at most: where `generator_cores` is near 1, the rate is the generator's and the latencies hold its queue.
- While one server is measured the others are stopped by a signal. PostgreSQL clusters of the others stay awake \
with nothing to do; their own maintenance may run.
- **send**: each sender waits for its answer before it sends again; two receivers hold long polls, ask for 100 \
events a room and fill every gap by paging back, so that each event is accounted for. CPU per send includes what \
these two cost.
- **The checker** has its own tests, against a server that loses, doubles and swaps on purpose.
- **Delivery** runs from the moment of sending to the arrival of the sync answer that holds the event. Delivery \
behind the answer is the difference of the two quantiles, not the quantile of the differences.
- **Reference handler**: reads the body, builds, hashes and signs an event of about 700 bytes and answers after \
a group commit to SQLite. It checks no permission and notifies nobody; its latency is what this disk and processor \
allow at best. Nobody receives while it is measured, but two do with the homeservers.
- **fan-out**: a delivery is one event reaching one receiver; an answer may hold several. The figure \
includes the sends; `cpu_per_delivery_without_send_us` subtracts what the sends cost with nobody listening.
- **initial sync**: each request carries a filter of its own, so that no cache of whole answers helps. Rooms have \
one member.
- **keys**: each of 20 devices uploads 20 one-time keys, then claims one of each device; a key that is given twice \
fails the run. Half of the cost is the upload.
- **to-device**: five messages to 1,000 devices, then each of them syncs and must find just five.
- **thumbnails**: a JPEG is uploaded and a thumbnail of 320 by 240 fetched; no two files are the same. Synapse makes \
all its sizes with the upload, Hearth the one that is asked for.
- **idle long polls**: every connection is a member of its own, in no room. The server is restarted after \
their registration; each member's first sync counts as part of its connection. The window is one poll timeout long.
- **base** is resident memory after a restart and one member's sync. For PostgreSQL the table counts the \
homeserver's process; `base_database_mib` is the database's share.
- Synapse ran as one process with log level WARNING, presence on, rate limits out of the way and cheap password \
hashes; with SQLite its default `synchronous=FULL`, with PostgreSQL the defaults but `shared_buffers` of 512 MiB. \
Synapse with workers is not covered, nor are federation and sliding sync.
";
