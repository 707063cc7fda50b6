//! Real servers, of the versions that tools/fetch gets, on loopback; and a client that knows no more of the protocol than a
//! login needs.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use data_encoding::BASE64URL_NOPAD;
use nkeep::nkey::Seed;
use serde_json::{Value, json};

/// How long anything may take that ends by itself, on a machine that has other work: what has not come by then never does.
pub const LONG: Duration = Duration::from_secs(120);

/// The servers there are, the oldest first.
#[must_use]
pub fn versions() -> Vec<PathBuf> {
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools");
    let mut found: Vec<PathBuf> = std::fs::read_dir(&tools)
        .unwrap()
        .map(|entry| entry.unwrap().path().join("bin/nats-server"))
        .filter(|server| server.exists())
        .collect();
    found.sort();
    assert!(
        found.len() >= 3,
        "tools/fetch gets the servers into {tools:?}"
    );
    found
}

/// The newest server.
#[must_use]
pub fn newest() -> PathBuf {
    versions().pop().unwrap()
}

/// A server that runs until it is dropped.
#[derive(Debug)]
pub struct Server {
    child: Child,
    folder: PathBuf,
    /// Where clients connect.
    pub address: String,
}

impl Server {
    /// Starts one in a folder that has its configuration in `nats.conf`; listeners are added here.
    #[must_use]
    pub fn start(binary: &Path, folder: &Path) -> Self {
        // Somebody who connects somewhere may have the port of a cluster for a moment.
        for _ in 0..20 {
            match Self::try_start(binary, folder) {
                Err(log) if log.contains("address already in use") => {
                    std::thread::sleep(Duration::from_millis(250));
                }
                started => {
                    return started.unwrap_or_else(|log| panic!("it does not start: {log}"));
                }
            }
        }
        panic!("its port stays another's");
    }

    /// The same, or the log of one that ends.
    pub fn try_start(binary: &Path, folder: &Path) -> Result<Self, String> {
        let ports = folder.join("ports");
        let _ = std::fs::remove_dir_all(&ports);
        std::fs::create_dir(&ports).unwrap();
        let outer = folder.join("listen.conf");
        let listeners = "include \"nats.conf\"\nlisten: \"127.0.0.1:-1\"\nports_file_dir: \"ports\"\n\
                         log_file: \"server.log\"\n";
        std::fs::write(&outer, listeners).unwrap();
        let mut child = Command::new(binary)
            .args(["-c", "listen.conf"])
            .current_dir(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(std::fs::File::create(folder.join("server.err")).unwrap())
            .spawn()
            .unwrap();
        let deadline = Instant::now() + LONG;
        let said = || -> String {
            let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap_or_default();
            read("server.err") + &read("server.log")
        };
        loop {
            if let Some(address) = address(&ports) {
                let folder = folder.to_owned();
                return Ok(Self {
                    child,
                    folder,
                    address,
                });
            }
            if child.try_wait().unwrap().is_some() {
                return Err(said());
            }
            if Instant::now() > deadline {
                child.kill().unwrap();
                child.wait().unwrap();
                panic!("no ports: {}", said());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Where clients connect, as nkeep takes it.
    #[must_use]
    pub fn url(&self) -> String {
        format!("nats://{}", self.address)
    }

    /// Where websockets connect.
    #[must_use]
    pub fn websocket(&self) -> String {
        listener(&self.folder.join("ports"), "websocket").unwrap()
    }

    /// What a page of its monitoring says, of one that listens for those who ask.
    #[must_use]
    pub fn page(&self, path: &str) -> Vec<u8> {
        let url = listener(&self.folder.join("ports"), "monitoring").unwrap();
        let mut stream = TcpStream::connect(url.rsplit("//").next().unwrap()).unwrap();
        stream.set_read_timeout(Some(LONG)).unwrap();
        write!(stream, "GET {path} HTTP/1.0\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        std::io::Read::read_to_end(&mut stream, &mut answer).unwrap();
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n");
        answer.split_off(end.unwrap() + 4)
    }

    /// The process.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The folder that it was started in.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The token of an account as it keeps it.
    #[must_use]
    pub fn kept(&self, account: &str) -> Option<String> {
        std::fs::read_to_string(self.folder.join("jwt").join(format!("{account}.jwt"))).ok()
    }

    /// Ends it in the middle of whatever it does.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Ends it, as somebody does who stops it for good.
    pub fn stop(mut self) {
        let signalled = Command::new("kill").arg(self.id().to_string()).status();
        assert!(signalled.unwrap().success());
        self.child.wait().unwrap();
    }

    /// Holds it up, so that it is there and answers nothing, or lets it go on.
    #[cfg(unix)]
    pub fn hold(&self, held: bool) {
        use rustix::process::{Pid, WaitOptions, waitpid};
        let signal = if held { "-STOP" } else { "-CONT" };
        let signalled = Command::new("kill")
            .args([signal, &self.id().to_string()])
            .status();
        assert!(signalled.unwrap().success());
        // The signal is taken by one thread, and the others answer for as long as that one waits for its turn.
        if held {
            let stopped = waitpid(Pid::from_child(&self.child).into(), WaitOptions::UNTRACED);
            assert!(stopped.unwrap().unwrap().1.stopped());
        }
    }

    /// What it has logged.
    #[must_use]
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.join("server.log")).unwrap()
    }

    /// Logs in with a creds file: nothing, or the server's own reason.
    pub fn log_in(&self, creds: &str) -> Result<(), String> {
        Client::connect(&self.address, creds).map(drop)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Servers of one cluster, each in a folder of its own below `cluster` with the configuration of `nats.conf`.
#[must_use]
pub fn cluster(binary: &Path, home: &Path, size: usize) -> Vec<Server> {
    let ours = std::fs::read_to_string(home.join("nats.conf")).unwrap();
    cluster_of(binary, home, &vec![ours; size])
}

/// The same with a configuration for each.
#[must_use]
pub fn cluster_of(binary: &Path, home: &Path, each: &[String]) -> Vec<Server> {
    let addresses: Vec<String> = each.iter().map(|_| free().to_string()).collect();
    let routes = addresses
        .iter()
        .map(|address| format!("\"nats://{address}\""));
    let routes = routes.collect::<Vec<_>>().join(", ");
    addresses
        .iter()
        .zip(each)
        .enumerate()
        .map(|(place, (address, ours))| {
            let folder = home.join(format!("cluster/{place}"));
            std::fs::create_dir_all(&folder).unwrap();
            let name = format!("server-{place}");
            let text = format!(
                "{ours}\nserver_name: {name}\n\
                 cluster: {{ name: C, listen: \"{address}\", routes: [{routes}], pool_size: -1 }}\n"
            );
            std::fs::write(folder.join("nats.conf"), text).unwrap();
            Server::start(binary, &folder)
        })
        .collect()
}

/// An address at which nobody is. Its port is none of those that systems give to whoever asks for any, so that none of the many
/// tests that run beside this one comes there.
#[must_use]
pub fn free() -> SocketAddr {
    const FIRST: u16 = 10_000;
    const PORTS: u32 = 20_000;
    static GIVEN: AtomicU32 = AtomicU32::new(0);
    // Processes that test at the same time begin far from each other.
    let begin = std::process::id().wrapping_mul(7_919);
    loop {
        let given = begin.wrapping_add(GIVEN.fetch_add(1, Ordering::Relaxed)) % PORTS;
        let address = SocketAddr::from(([127, 0, 0, 1], FIRST + u16::try_from(given).unwrap()));
        if TcpListener::bind(address).is_ok() {
            return address;
        }
    }
}

/// Where a server that has started listens for clients.
fn address(ports: &Path) -> Option<String> {
    let url = listener(ports, "nats")?;
    Some(url.rsplit("//").next().unwrap().to_owned())
}

/// What it wrote of where it listens, by what comes there.
fn listener(ports: &Path, what: &str) -> Option<String> {
    let file = std::fs::read_dir(ports).unwrap().next()?.unwrap().path();
    let written: Value = serde_json::from_str(&std::fs::read_to_string(file).ok()?).ok()?;
    written[what][0].as_str().map(str::to_owned)
}

/// A connection of somebody who logged in.
#[derive(Debug)]
pub struct Client {
    stream: BufReader<TcpStream>,
    /// Messages that came while something else was waited for.
    early: Vec<(String, String, String)>,
}

/// What came on a connection.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Came {
    /// What the server has against it, in its own words.
    pub errors: Vec<String>,
    /// Messages: subject, where an answer goes to, and payload.
    pub messages: Vec<(String, String, String)>,
}

impl Came {
    /// The payloads, in their order.
    #[must_use]
    pub fn payloads(&self) -> Vec<&str> {
        let messages = self.messages.iter();
        messages.map(|(_, _, payload)| &**payload).collect()
    }
}

/// A line of creds.
fn part<'a>(creds: &'a str, beginning: &str) -> Option<&'a str> {
    creds.lines().find(|line| line.starts_with(beginning))
}

impl Client {
    /// Connects with what is in a creds file.
    pub fn connect(address: &str, creds: &str) -> Result<Self, String> {
        Self::named(address, creds, "")
    }

    /// The same, and says what it is called.
    pub fn named(address: &str, creds: &str, name: &str) -> Result<Self, String> {
        Self::signing(address, creds, name, "")
    }

    /// Connects with what is in a creds file, and shows a token beside it, for an auth callout to look at.
    pub fn presenting(address: &str, creds: &str, token: &str) -> Result<Self, String> {
        Self::signing(address, creds, "", token)
    }

    fn signing(address: &str, creds: &str, name: &str, beside: &str) -> Result<Self, String> {
        let pair = Seed::parse(part(creds, "SU").unwrap())
            .unwrap()
            .signing_pair()
            .unwrap();
        let token = part(creds, "eyJ").unwrap();
        Self::shown(address, token, name, beside, |nonce| {
            BASE64URL_NOPAD.encode(&pair.sign(nonce.as_bytes()))
        })
    }

    /// Connects with a token alone, as whoever found one.
    pub fn bearing(address: &str, creds: &str) -> Result<Self, String> {
        Self::shown(address, part(creds, "eyJ").unwrap(), "", "", |_| {
            String::new()
        })
    }

    fn shown(
        address: &str,
        token: &str,
        name: &str,
        beside: &str,
        signature: impl FnOnce(&str) -> String,
    ) -> Result<Self, String> {
        let stream = TcpStream::connect(address).map_err(|error| error.to_string())?;
        stream.set_read_timeout(Some(LONG)).unwrap();
        let mut client = Self {
            stream: BufReader::new(stream),
            early: Vec::new(),
        };
        let info = client.line().map_err(|error| error.to_string())?;
        let Some(info) = info.strip_prefix("INFO ") else {
            return Err(format!("it greets with {info:?}"));
        };
        let info: Value = serde_json::from_str(info).unwrap();
        let mut connect = json!({
            "verbose": false, "pedantic": false, "protocol": 1, "lang": "test", "version": "0", "name": name,
            "jwt": token, "sig": signature(info["nonce"].as_str().unwrap()),
        });
        if !beside.is_empty() {
            connect["auth_token"] = json!(beside);
        }
        client.send(&format!("CONNECT {connect}\r\n"));
        client.flush()?;
        Ok(client)
    }

    /// Waits until the server has seen all that was sent; else its reason.
    pub fn flush(&mut self) -> Result<(), String> {
        match self.came() {
            Err(reason) => Err(reason),
            Ok(mut came) => {
                self.early = came.messages;
                came.errors.pop().map_or(Ok(()), Err)
            }
        }
    }

    /// What came until the server has seen all that was sent; else the reason for which it hung up.
    pub fn came(&mut self) -> Result<Came, String> {
        self.send("PING\r\n");
        let mut came = Came {
            messages: std::mem::take(&mut self.early),
            ..Came::default()
        };
        loop {
            // Whoever hangs up with something to read lets nothing be read.
            let Ok(line) = self.line() else {
                return Err(came.errors.pop().unwrap_or_else(|| "closed".to_owned()));
            };
            let words: Vec<&str> = line.split(' ').collect();
            match words[0] {
                "PONG" => return Ok(came),
                "-ERR" => came.errors.push(line),
                "" => return Err(came.errors.pop().unwrap_or_else(|| "closed".to_owned())),
                "MSG" => {
                    let reply = if words.len() == 5 { words[3] } else { "" };
                    let mut payload = vec![0; words.last().unwrap().parse::<usize>().unwrap() + 2];
                    std::io::Read::read_exact(&mut self.stream, &mut payload).unwrap();
                    payload.truncate(payload.len() - 2);
                    let payload = String::from_utf8(payload).unwrap();
                    came.messages
                        .push((words[1].to_owned(), reply.to_owned(), payload));
                }
                _ => {}
            }
        }
    }

    /// Listens to a subject, as a number; a queue may follow after a space. Else the server's reason.
    pub fn listen(&mut self, subject: &str, number: u32) -> Result<(), String> {
        self.send(&format!("SUB {subject} {number}\r\n"));
        self.flush()
    }

    /// Publishes, and where an answer is to go, after a space, that too. Else the server's reason.
    pub fn publish(&mut self, subject: &str, payload: &str) -> Result<(), String> {
        self.send(&format!("PUB {subject} {}\r\n{payload}\r\n", payload.len()));
        self.flush()
    }

    /// Waits until the server hangs up, and gives its reason.
    pub fn cut(&mut self) -> String {
        let deadline = Instant::now() + LONG;
        loop {
            match self.flush() {
                Err(reason) => return reason,
                Ok(()) => assert!(Instant::now() < deadline, "it is connected still"),
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// What comes from the server.
    #[allow(dead_code, reason = "benches/figures reads it")]
    pub fn stream(&mut self) -> &mut BufReader<TcpStream> {
        &mut self.stream
    }

    /// Sends lines of the protocol.
    pub fn send(&mut self, text: &str) {
        // A server that hangs up is noticed at the next answer.
        let _ = self.stream.get_mut().write_all(text.as_bytes());
    }

    fn line(&mut self) -> std::io::Result<String> {
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        Ok(line.trim_end().to_owned())
    }
}
