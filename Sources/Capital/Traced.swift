package import struct Source.Place

/// A cell that knows the cells, factors and rules it was made of.
package struct Traced: Sendable, Equatable {
    package let cell: Cell
    package let origin: Origin

    package init(_ cell: Cell, _ origin: Origin) {
        self.cell = cell
        self.origin = origin
    }

    /// Nothing was booked, or nothing can be; the reason is for the trace.
    package static func absent(_ cell: Cell, _ reason: String) -> Traced {
        Traced(cell, .absent(reason))
    }

    package var value: Double? { cell.quantity?.value }
}

/// Where a figure came from.
package indirect enum Origin: Sendable, Equatable {
    /// A cell of a ledger, as it was typed, and what stands in its row.
    case ledger(Place, typed: String, row: String)
    case absent(String)
    /// The parts by name, in the order in which they are listed.
    case sum([Part])
    case product(Part, Factor)
    case difference(Part, Part)

    package struct Part: Sendable, Equatable {
        package let name: String
        package let figure: Traced

        package init(_ name: String, _ figure: Traced) {
            self.name = name
            self.figure = figure
        }
    }

    /// A number that a figure was multiplied by, with its unit and source.
    package struct Factor: Sendable, Equatable {
        package let name: String
        package let value: Double
        package let unit: String
        package let place: Place
        package let source: String

        package init(name: String, value: Double, unit: String, place: Place, source: String) {
            self.name = name
            self.value = value
            self.unit = unit
            self.place = place
            self.source = source
        }
    }
}
