"""write DIR COMPANIES ROWS: ledgers to aggregate; sum DIR: the aggregation by polars."""

import pathlib
import sys
import time

HEADER = (
    "flow,indicator,quantity,unit,position,counterparty,effect,basis,measure,place,module,"
    "method,uncertainty,verified,evidence,note\n"
)
LINES = [
    ("ghg-fuel", "kg CO2-eq", 0.001), ("ghg-electricity", "t CO2-eq", 1),
    ("ghg-process", "t CO2-eq", 1), ("ghg-transport", "kg CO2-eq", 0.001),
    ("air-nox", "kg NOx", 0.001), ("primary-raw-materials", "t", 1), ("air-so2", "kg SO2", 0.001),
]
METHODS = ["measured", "calculated", "generic", "estimated"]


def write(folder, companies, rows):
    state = 1
    for company in range(companies):
        text = [HEADER]
        for row in range(rows):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            line, unit, _ = LINES[(state >> 33) % len(LINES)]
            position = ["own", "upstream", "downstream"][(state >> 40) % 3]
            quantity = ((state >> 20) % 10_000_000) / 100
            text.append(
                f"flow-{row},{line},{quantity},{unit},{position},,loss,realised,,NL,,"
                f"{METHODS[(state >> 50) % 4]},{(state >> 55) % 60},,meter {row % 12},a note\n"
            )
        path = pathlib.Path(folder, f"company-{company:05}")
        path.mkdir(parents=True)
        (path / "flows.csv").write_text("".join(text))


def total(folder):
    import polars

    start = time.perf_counter()
    conversions = polars.DataFrame(
        LINES, schema=["indicator", "unit", "conversion"], orient="row"
    ).lazy()
    flows = polars.scan_csv(
        f"{folder}/*/flows.csv", include_file_paths="file", infer_schema_length=0
    )
    sums = (
        flows.filter(polars.col("basis") == "realised")
        .join(conversions, on=["indicator", "unit"])
        .with_columns(
            amount=polars.col("quantity").cast(polars.Float64) * polars.col("conversion")
        )
        .group_by("file", "indicator", "position", "effect")
        .agg(polars.col("amount").sum(), polars.len())
        .collect()
    )
    chain = sums.group_by("indicator", "effect").agg(
        polars.col("amount").sum(), polars.col("len").sum()
    )
    rows = chain["len"].sum()
    gases = chain.filter(polars.col("indicator").str.starts_with("ghg-"))["amount"].sum()
    print(rows, time.perf_counter() - start, gases)


if sys.argv[1] == "write":
    write(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
else:
    total(sys.argv[2])
