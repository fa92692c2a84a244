"""Outlets: one TOML file each, and how they are found by domain, by name and inside a text."""

from letapis.outlets.base import Outlet, outlets, parse
from letapis.outlets.find import Found, by_domain, by_handle, by_name, find, scan

__all__ = ["Found", "Outlet", "by_domain", "by_handle", "by_name", "find", "outlets", "parse", "scan"]
