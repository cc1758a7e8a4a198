"""The one tree of exceptions: each says what is wrong, where, and what to do about it."""

from __future__ import annotations


class SaysoError(Exception):
    """Base of all errors that sayso raises on purpose."""


class UsageError(SaysoError):
    """The call itself is wrong; the command line ends with one line and exit code 2."""


class UnreadableError(SaysoError):
    """One input cannot be read as an article; it is listed as skipped and the rest goes on."""


class VerificationError(SaysoError):
    """A saved brief is not of a shape whose spans could be checked."""


class EngineError(SaysoError):
    """An engine cannot be had: not installed, no Java, or Spark does not start."""
