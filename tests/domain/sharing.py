"""How a test marks a support as one that may be shared, where supports have that mark."""

from dataclasses import fields
from typing import Any

from app.domain.kept import Share
from app.domain.support import Support

MAY_BE_SHARED: dict[str, Any] = (
    {"share": Share.MAY_BE_SHARED} if "share" in {field.name for field in fields(Support)} else {}
)
