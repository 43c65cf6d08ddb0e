import IncidentTime

/// Beginnings of words unless an entry ends with `=`; entries with a blank are phrases.
extension ActionWords {
    static let openers: WordSet = [
        "we", "will", "to", "please", "let", "lets", "us", "must", "should", "then",
    ]

    static let strongVerbs: WordSet = [
        "add", "alert", "agree", "allow", "apply", "archive", "assign", "attach", "automate", "backfill",
        "begin",
        "block", "bound", "buy", "bring", "build", "cache", "call", "cap", "change", "clean", "close",
        "collect",
        "compare", "configure", "connect", "contact", "convert", "copy", "correct", "cover", "create",
        "credit",
        "cut", "decide", "default", "define", "delete", "deploy", "deprecate", "describe", "disable",
        "document",
        "double", "drain", "drill", "drop", "enable", "enforce", "establish", "export", "extend", "fail",
        "fetch",
        "finish", "fix", "flag", "freeze", "gate", "generate", "give", "hold", "hire", "implement", "include",
        "index", "install", "instrument", "introduce", "invalidate", "isolate", "keep", "label", "let",
        "limit",
        "link", "list", "lock", "log", "lower", "make", "mark", "measure", "merge", "migrate", "mirror",
        "mount",
        "move", "name", "notify", "open", "page", "park", "patch", "pause", "pin", "plan", "post", "practise",
        "prepare", "print", "publish", "purge", "put", "raise", "read", "rebuild", "record", "refund",
        "refuse",
        "reject", "release", "reload", "remove", "rename", "renew", "reorder", "repair", "replace", "replay",
        "replicate", "report", "require", "reset", "resize", "restart", "restore", "retire", "retry",
        "return",
        "revert", "revoke", "rewrite", "roll", "rotate", "route", "run", "scale", "schedule", "send",
        "separate",
        "serve", "set", "share", "ship", "show", "shut", "sign", "simplify", "skip", "split", "standardise",
        "standardize", "start", "stop", "store", "switch", "sync", "tag", "take", "teach", "tell", "test",
        "throttle", "time", "train", "trigger", "turn", "unify", "unpin", "update", "upgrade", "use",
        "validate",
        "verify", "version", "warm", "warn", "wire", "withdraw", "write", "zero",
    ]

    static let participles: WordSet = [
        "added", "paused", "removed", "written", "restarted", "repaired", "refunded", "set", "moved",
        "replaced",
        "fixed", "rolled", "deployed", "blocked", "raised", "lowered", "tested", "run", "agreed", "given",
        "sent",
        "told", "published", "restored", "disabled", "enabled", "limited", "split", "merged", "reads",
        "fetch",
        "fetches", "refuses", "checks", "alerts", "pages", "named", "listed", "shown", "documented",
    ]

    /// Words that say how one will see it.
    static let measures: WordPhrases = [
        "until", "so that", "seen by", "seen to", "shown by", "proven", "proved", "measured by",
        "measured as",
        "verified by", "verified with", "at least", "at most", "no more than", "less than", "more than",
        "below",
        "above", "no longer", "zero", "once a", "twice a", "drill", "percent", "confirmed by", "tested by",
        "demonstrated", "passes", "to one", "to two", "to three", "to none", "to half", "an alarm when",
        "an alert when", "an alarm if", "an alert if", "an alarm as soon", "an alert as soon",
    ]

    // MARK: strength

    static let stronger: WordBeginnings = [
        "remove", "removal", "delet", "retire", "drop the", "eliminat", "impossible", "cannot",
        "can no longer",
        "refuse=", "refuses=", "reject=", "rejects=", "block=", "blocks=", "enforce", "forc", "gated",
        "gate the", "gates the", "release gate", "merge gate", "quality gate", "interlock", "automat",
        "by default", "the default", "default", "simplif", "standardi", "unif", "fail the build",
        "fails the build",
        "stop the release", "stops the release", "stop a release", "stops a release", "bound", "cap=",
        "caps=",
        "hard limit", "its own limit", "own limit", "decommission", "one owner", "single owner", "budget",
        "replace the",
        "on their own", "by itself", "lock=", "locks=", "locked",
    ]

    static let intermediate: WordBeginnings = [
        "alert", "alarm", "page=", "pages=", "paging", "monitor", "dashboard", "metric", "probe", "synthetic",
        "log=",
        "logs=", "logging", "test", "canary", "stage", "runbook", "playbook", "checklist", "document",
        "replica",
        "redundan", "failover", "fail over", "standby", "backup", "capacity", "scale", "timeout", "retr",
        "circuit",
        "breaker", "cache", "limit", "throttl", "rollback", "roll back", "revert", "fix", "patch", "hotfix",
        "deploy",
        "upgrade", "add a", "add the", "add an", "configur", "rota", "rotation", "staff", "hire", "handover",
        "second person", "read-back", "confirm", "rename", "separat", "split", "isolat", "flag", "validat",
        "detect",
        "measure", "fetch", "migrat", "refund", "restart", "graph", "slo=", "slos=", "buffer", "queue",
        "index",
        "drill", "exercise", "pool", "set the", "give each", "code", "script", "tool", "show", "repair",
        "restor",
    ]

    static let weaker: WordBeginnings = [
        "train", "remind", "announce", "memo", "policy", "policies", "guideline", "double check",
        "double-check",
        "warn", "careful", "aware", "study", "investigat", "research", "review", "discuss", "communicat",
        "workshop",
        "lunch", "meeting", "educat", "teach", "present", "share", "email", "e-mail", "ask everyone",
        "attention",
        "vigilan", "explor", "consider", "look into",
    ]

    /// A weak start decides, whatever follows.
    static let weakerStarts: WordSet = [
        "train", "remind", "announce", "warn", "investigate", "research", "study", "discuss", "educate",
        "teach",
        "explore", "consider", "review", "communicate", "encourage", "tell", "ask", "cross-train", "email",
    ]

    static let weakerPhrases: WordPhrases = [
        "be careful", "be more", "look into", "pay attention", "raise awareness", "make sure", "double check",
        "double-check", "write a policy", "new policy", "remember to",
    ]

    // MARK: purposes

    static let investigating: WordBeginnings = [
        "investigat", "find out", "look into", "analy", "reproduc", "research", "stud", "audit",
        "measure how",
        "understand", "collect", "compare", "trace the", "explor", "list the", "root cause", "examin",
    ]

    static let repairing: WordBeginnings = [
        "fix", "repair", "refund", "restor", "correct", "clean up", "clean-up", "cleanup", "backfill",
        "patch",
        "hotfix", "recomput", "recalculat", "replay", "resend", "credit", "compensat", "apolog", "reconcil",
        "re-run", "rerun", "rebuild", "undo",
    ]

    /// Of this incident within a day, of the next one later.
    static let easing: WordBeginnings = [
        "restart", "roll back", "rolled back", "rollback", "revert", "disabl", "paus", "scale", "workaround",
        "freeze",
        "failover", "fail over", "switch off", "turn off", "drain", "kill", "rerout", "throttl", "shed",
    ]

    static let easingNow: WordBeginnings = [
        "stopgap", "stop-gap", "for now", "temporar", "until the", "interim",
    ]

    static let softening: WordBeginnings = [
        "runbook", "playbook", "circuit", "breaker", "degrad", "timeout", "retr", "drill", "exercise",
        "canary",
        "feature flag", "kill switch", "on-call", "oncall", "escalat", "backup", "standby", "replica",
        "redundan",
        "roll back", "rollback", "stage", "phased", "blast", "isolat", "own limit", "fallback", "fall back",
        "status page",
        "template", "handover", "cross-train", "failover",
    ]

    static let detecting: WordBeginnings = [
        "alert", "alarm", "page=", "pages=", "paging", "monitor", "dashboard", "detect", "notice", "log=",
        "logs=",
        "logging", "metric", "synthetic", "probe", "graph", "slo=", "slos=", "sli=", "slis=", "trace",
        "tracing", "observ",
        "count=", "counts=", "health check", "heartbeat", "watchdog", "smoke test",
    ]

    static let preventing: WordBeginnings = [
        "test", "gated", "gate the", "gates the", "release gate", "refuse", "reject", "remov", "default",
        "enforc", "block", "checklist",
        "validat",
        "limit", "lock", "automat", "pin=", "pinned", "impossible", "cannot", "delet", "retire", "lint",
        "static analysis",
        "simplif", "standardi", "prevent", "replace", "require", "review", "rotate", "renew", "bound",
        "capacity", "quota",
        "set the", "fetch", "policy", "train", "migrat", "upgrade", "two people", "second person", "separat",
        "one owner", "check=", "checks=", "in one call", "own limit", "release each", "close each",
    ]
}
