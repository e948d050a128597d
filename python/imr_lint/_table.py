"""The table of items and findings, in Arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._engine import columns

if TYPE_CHECKING:
    import pyarrow


def schema() -> pyarrow.Schema:
    """The columns of the table: a row for each disputed item, finding, and letter that could not be read."""
    import pyarrow as pa

    kinds = {
        "text": pa.string(), "list": pa.list_(pa.string()), "integer": pa.int32(), "date": pa.date32(),
        "boolean": pa.bool_(),
    }
    fields = [pa.field(name, kinds[kind], metadata={"about": about}) for name, kind, about in columns()]
    return pa.schema(fields)


def batch_of(table: dict[str, list[Any]]) -> pyarrow.RecordBatch:
    """Columns of the engine as a batch."""
    import pyarrow as pa

    fields = schema()
    arrays = [pa.array(table[field.name], type=field.type) for field in fields]
    return pa.RecordBatch.from_arrays(arrays, schema=fields)
