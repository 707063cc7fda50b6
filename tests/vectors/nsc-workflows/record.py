#!/usr/bin/env python3
"""Runs every workflow of workflows.json with real nsc, and writes down anew what it made.

    record.py NSC workflows.json

See README.md for what stands in the file.
"""

import base64
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import time

KEY = re.compile(r"\b[OAUXNC][A-Z2-7]{55}\b")
FIELDS = {
    "account": ("account -n {}", "sub"),
    "sk": ("account -n {}", "nats.signing_keys[0]"),
    "scoped": ("account -n {}", "nats.signing_keys[0].key"),
}


class Home:
    """A fresh home with the key files, in which nsc runs."""

    def __init__(self, nsc, folder, keys):
        self.nsc, self.folder, self.keys = nsc, folder, keys
        self.env = {"HOME": folder, "PATH": "/usr/bin:/bin", "TZ": "UTC", "NSC_NO_GIT_IGNORE": "1"}
        for name, key in keys.items():
            path = pathlib.Path(folder, name)
            path.write_text(key["seed"] + "\n")
            path.chmod(0o600)

    def run(self, words):
        done = subprocess.run(
            [self.nsc, *words], cwd=self.folder, env=self.env, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, timeout=60, check=False,
        )
        return done.returncode, done.stdout or done.stderr

    def field(self, what, path):
        code, said = self.run(["describe", *shlex.split(what), "-F", path])
        return said.strip().strip('"') if code == 0 else "MISSING"

    def filled(self, line):
        def one(match):
            kind, _, name = match[1].partition(":")
            if kind == "key":
                return self.keys[name]["public"]
            if kind == "operator":
                return self.field("operator", "sub")
            if kind == "osk":
                return self.field("operator", f"nats.signing_keys[{name}]")
            if kind == "user":
                account, user = name.split("/")
                return self.field(f"user -a {account} -n {user}", "sub")
            what, path = FIELDS[kind]
            return self.field(what.format(name), path)

        return re.sub(r"\{([a-z]+(?::[^{}]+)?)\}", one, line)

    def tree(self):
        """The claims of every token of the store, by operator, account and user."""
        tree = {}
        for path in sorted(pathlib.Path(self.folder).rglob("*.jwt")):
            parts = path.relative_to(self.folder).parts
            if "stores" not in parts:
                continue
            parts = parts[parts.index("stores") + 1 :]
            # OPERATOR/OPERATOR.jwt, and below it accounts/ACCOUNT/ACCOUNT.jwt and users/USER.jwt.
            folders = [part for part in parts[:-1] if part not in ("accounts", "users")]
            user = [path.stem] if "users" in parts else []
            tree["/".join(folders + user)] = payload(path.read_text())
        return tree


def payload(token):
    part = token.strip().split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def placeholders(tree, keys):
    """What stands for each key."""
    names = {key["public"]: f"<{name}>" for name, key in keys.items()}
    for name, claims in tree.items():
        names.setdefault(claims["sub"], f"<{name}>")
        for key in claims["nats"].get("signing_keys") or []:
            if isinstance(key, str):
                names.setdefault(key, f"<{name} sk>")
            else:
                names.setdefault(key["key"], f"<{name} sk {key.get('role', '')}>")
    return names


def plain(value, names):
    """Without what is new every time, and placeholders for keys."""
    if isinstance(value, dict):
        made = {}
        for name, inner in value.items():
            if name in ("iat", "jti"):
                continue
            if name == "token" and isinstance(inner, str) and inner.startswith("eyJ"):
                inner = payload(inner)
            made[plain(name, names)] = plain(inner, names)
        keys = made.get("signing_keys")
        if isinstance(keys, list):
            keys.sort(key=lambda key: json.dumps(key, sort_keys=True))
        return made
    if isinstance(value, list):
        return [plain(inner, names) for inner in value]
    if isinstance(value, str):
        return KEY.sub(lambda match: names.get(match[0], "<?>"), value)
    return value


def output(said, names):
    """What was printed: JSON and tokens as what they say."""
    said = re.sub(r"-+(BEGIN|END) NATS ACTIVATION JWT-+", "", said).strip()
    if said.startswith("eyJ") and "\n" not in said:
        return plain(payload(said), names)
    try:
        return plain(json.loads(said), names)
    except ValueError:
        pass
    said = re.sub(r"eyJ\S+", "<token>", said)
    said = re.sub(r"\bS[OAUXNC][A-Z2-7]{56,}\b", "<seed>", said)
    return KEY.sub(lambda match: names.get(match[0], "<?>"), said).split("\n")


def recorded(nsc, keys, workflow):
    with tempfile.TemporaryDirectory() as folder:
        home, at = Home(nsc, folder, keys), int(time.time())
        done = []
        for line in workflow["lines"]:
            words = shlex.split(home.filled(line.removeprefix("= ")))
            code, said = home.run(words)
            done.append((code, said, line.startswith("= ")))
        tree = home.tree()
    names = placeholders(tree, keys)
    return {
        "name": workflow["name"],
        "lines": workflow["lines"],
        "at": at,
        "refused": [index for index, (code, _, _) in enumerate(done) if code != 0],
        "outputs": {
            str(index): output(said, names)
            for index, (code, said, shown) in enumerate(done)
            if shown and code == 0
        },
        "claims": plain(tree, names),
    }


def main():
    nsc, path = sys.argv[1], pathlib.Path(sys.argv[2])
    nsc = os.path.abspath(nsc)
    held = json.loads(path.read_text())
    keys = held["keys"]
    with concurrent.futures.ThreadPoolExecutor() as workers:
        made = list(workers.map(lambda one: recorded(nsc, keys, one), held["workflows"]))
    rows = ",\n".join(json.dumps(one, sort_keys=True, separators=(",", ":")) for one in made)
    keys = json.dumps(keys, indent=1, sort_keys=True)
    path.write_text(f'{{"keys": {keys},\n"workflows": [\n{rows}\n]}}\n')


main()
