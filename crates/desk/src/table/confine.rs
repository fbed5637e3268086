//! What the reading process gives up before it touches a byte: memory, time, files, and every right it has no use for.
//!
//! Limits of memory and processor time are always set; the rest is done as far as the computer can, and what was done
//! is told in the head of the table.

use super::Limits;

/// Confines this process for good; tells by what.
#[cfg(unix)]
pub(super) fn confine(limits: &Limits) -> Result<Vec<String>, std::io::Error> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let most = |resource: Resource, most: u64| {
        let limit = Rlimit { current: Some(most), maximum: Some(most) };
        setrlimit(resource, limit).map_err(std::io::Error::from)
    };
    most(Resource::As, limits.memory_bytes)?;
    most(Resource::Cpu, limits.processor_seconds)?;
    most(Resource::Fsize, 0)?;
    most(Resource::Nofile, 16)?;
    most(Resource::Core, 0)?;
    let mut confined = vec!["rlimits".to_owned()];
    confined.extend(further());
    Ok(confined)
}

#[cfg(not(unix))]
pub(super) fn confine(_: &Limits) -> Result<Vec<String>, std::io::Error> {
    Ok(Vec::new())
}

/// What Linux offers beyond limits, as far as this kernel has it.
#[cfg(target_os = "linux")]
fn further() -> Vec<String> {
    let mut confined = Vec::new();
    if rustix::thread::set_no_new_privs(true).is_ok() {
        confined.push("no-new-privs".to_owned());
    }
    if without_files() {
        confined.push("landlock".to_owned());
    }
    if without_calls().is_some() {
        confined.push("seccomp".to_owned());
    }
    confined
}

#[cfg(all(unix, not(target_os = "linux")))]
fn further() -> Vec<String> {
    Vec::new()
}

/// No file can be opened any more and no connection made.
#[cfg(target_os = "linux")]
fn without_files() -> bool {
    use landlock::{ABI, Access, AccessFs, AccessNet, Ruleset, RulesetAttr, RulesetStatus};
    let rules = Ruleset::default().handle_access(AccessFs::from_all(ABI::V5));
    let rules = rules.and_then(|rules| rules.handle_access(AccessNet::from_all(ABI::V5)));
    let outcome = rules.and_then(|rules| rules.create()).and_then(|rules| rules.restrict_self());
    outcome.is_ok_and(|status| status.ruleset != RulesetStatus::NotEnforced)
}

/// No call to the kernel but those that reading, memory and ending need; any other one fails.
#[cfg(target_os = "linux")]
fn without_calls() -> Option<()> {
    use std::collections::BTreeMap;

    use seccompiler::{BpfProgram, SeccompAction, SeccompFilter, TargetArch};
    let allowed = [
        libc::SYS_read,
        libc::SYS_readv,
        libc::SYS_write,
        libc::SYS_writev,
        libc::SYS_close,
        libc::SYS_fstat,
        libc::SYS_ppoll,
        libc::SYS_mmap,
        libc::SYS_munmap,
        libc::SYS_mremap,
        libc::SYS_mprotect,
        libc::SYS_madvise,
        libc::SYS_brk,
        libc::SYS_futex,
        libc::SYS_rt_sigaction,
        libc::SYS_rt_sigprocmask,
        libc::SYS_rt_sigreturn,
        libc::SYS_sigaltstack,
        libc::SYS_restart_syscall,
        libc::SYS_getrandom,
        libc::SYS_clock_gettime,
        libc::SYS_getpid,
        libc::SYS_gettid,
        libc::SYS_tgkill,
        libc::SYS_sched_yield,
        libc::SYS_exit,
        libc::SYS_exit_group,
    ];
    let rules: BTreeMap<i64, Vec<seccompiler::SeccompRule>> =
        allowed.into_iter().map(|call| (call, Vec::new())).collect();
    let arch = TargetArch::try_from(std::env::consts::ARCH).ok()?;
    let not_permitted = SeccompAction::Errno(u32::try_from(libc::EPERM).ok()?);
    let filter = SeccompFilter::new(rules, not_permitted, SeccompAction::Allow, arch).ok()?;
    let program = BpfProgram::try_from(filter).ok()?;
    seccompiler::apply_filter(&program).ok()
}
