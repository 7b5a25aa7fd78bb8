"""The head of the pages that hold all they need, with a policy for their own style and script."""

from __future__ import annotations

import base64
import hashlib
import html

from claimcheck.version import __version__

# The policy names the only style sheet and the only script by their hashes. An icon without content keeps
# browsers from asking the server for one.
_HEAD = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="claimcheck {version}">
<title>{title} – claimcheck</title>
<link rel="icon" href="data:,">
<style>{style}</style>
<script>{script}</script>
</head>
<body>
"""


def page_head(title: str, policy: str, style: str, script: str) -> str:
    """All from the doctype to the opened body; the policy is that of `Content-Security-Policy`."""
    version = html.escape(__version__)
    return _HEAD.format(title=title, policy=policy, style=style, script=script, version=version)


def source_hash(content: str) -> str:
    """How CSP names an inline element by its content (CSP Level 3, section 2.3.1)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
