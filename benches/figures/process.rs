//! Whole processes: how long they take, and how much memory.

use std::process::Command;
use std::time::Instant;

use super::{many, median};

/// Milliseconds of a process from start to end.
pub fn milliseconds(command: &mut Command) -> f64 {
    let start = Instant::now();
    let output = command.output().unwrap();
    let taken = start.elapsed().as_secs_f64() * 1e3;
    assert!(output.status.success(), "{output:?}");
    taken
}

/// Start-up, taking turns with a process that does nothing.
pub fn figures() {
    let binary = env!("CARGO_BIN_EXE_nkeep");
    let (mut ours, mut nothing) = (Vec::new(), Vec::new());
    for _ in 0..many(101, 1) {
        ours.push(milliseconds(Command::new(binary).arg("--version")));
        nothing.push(milliseconds(&mut Command::new("true")));
    }
    let (ours, nothing) = (median(ours), median(nothing));
    println!(
        "\n{:<44} {ours:>9.2} ms {:>37}",
        "nkeep --version", "(at most 3)"
    );
    println!(
        "{:<44} {nothing:>9.2} ms",
        "true, a process that does nothing"
    );
    if let Some(kilobytes) = peak_memory(Command::new(binary).arg("--version")) {
        println!(
            "{:<44} {:>9.2} MB {:>37}",
            "nkeep --version, peak memory",
            kilobytes / 1024.0,
            "(at most 6)"
        );
    }
}

/// Peak resident memory in kilobytes. The process is held at its only write, to a pipe that is full, and the kernel asked:
/// what it accounts to a child that has ended includes its parent's memory before the start.
#[cfg(target_os = "linux")]
pub fn peak_memory(command: &mut Command) -> Option<f64> {
    use std::io::{Read as _, Write as _};

    const PIPE_LEN: usize = 1 << 16;
    let (mut reader, mut writer) = std::io::pipe().ok()?;
    writer.write_all(&[b'.'; PIPE_LEN]).ok()?;
    let mut child = command.stdout(writer).spawn().ok()?;
    // The write end is the child's alone, so that its end ends what is read.
    command.stdout(std::process::Stdio::null());
    let stat = |name: &str| std::fs::read_to_string(format!("/proc/{}/{name}", child.id())).ok();
    // Sleeping, it waits for the pipe. One that has ended never will: then there is no figure, and no endless wait.
    while !stat("stat")?.contains(") S ") {
        if stat("stat")?.contains(") Z ") {
            child.wait().ok()?;
            return None;
        }
        std::thread::yield_now();
    }
    let peak = stat("status")?.lines().find_map(|line| {
        line.strip_prefix("VmHWM:")?
            .trim()
            .strip_suffix(" kB")?
            .parse()
            .ok()
    });
    reader.read_to_end(&mut Vec::new()).ok()?;
    child.wait().ok()?;
    peak
}

#[cfg(not(target_os = "linux"))]
pub fn peak_memory(_command: &mut Command) -> Option<f64> {
    None
}
