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
    case ledger(Entry)
    case absent(String)
    /// The parts by name, in the order in which they are listed.
    case sum([Part])
    case product(Part, Factor)
    case difference(Part, Part)
    /// The first as a percentage of the second.
    case percentage(Part, of: Part)

    /// A cell of a ledger.
    package struct Entry: Sendable, Equatable {
        package let place: Place
        package let typed: String
        /// What stands in its row.
        package let row: String
        /// What the company states of it: 95 % of the values it holds
        /// possible lie within this many percent. Nil where it states nothing.
        package let uncertainty: Double?
        /// How the figure came about, which grades it where nothing is stated.
        package let method: Method?

        package init(
            _ place: Place, typed: String, row: String, uncertainty: Double? = nil,
            method: Method? = nil
        ) {
            self.place = place
            self.typed = typed
            self.row = row
            self.uncertainty = uncertainty
            self.method = method
        }
    }

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
        /// In percent, as at ``Entry``; nil where nothing is stated of it.
        package let uncertainty: Double?

        package init(
            name: String, value: Double, unit: String, place: Place, source: String,
            uncertainty: Double? = nil
        ) {
            self.uncertainty = uncertainty
            self.name = name
            self.value = value
            self.unit = unit
            self.place = place
            self.source = source
        }
    }
}
