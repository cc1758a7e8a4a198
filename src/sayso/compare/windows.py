"""When an article was published, or what its own text lets one say of that."""

from __future__ import annotations

from sayso.model import Annotation, DateWindow


def date_window(annotation: Annotation) -> DateWindow:
    """Return the publication date, else the window that the text implies."""
    published = annotation.article.published
    return DateWindow(published.isoformat() if published else None, "published" if published else "none")
