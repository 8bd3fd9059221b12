package import Source

/// `sector.yaml`: what others have published about the whole sector, and the
/// goals that the sector set itself. Nothing here is computed or estimated.
package struct SectorFigures: Sendable {
    /// What a figure counts in. Years compare within one boundary only.
    package struct Boundary: Sendable {
        package let id: String
        package let title: Translated
    }

    /// Whether the figure was read in the source itself.
    package enum Status: String, CaseIterable, Sendable { case verified, unverified }

    package struct Point: Sendable {
        /// What the value is of, where it is not of a year alone.
        package let label: Translated?
        package let year: Int?
        package let value: PublishedNumber
        /// The id of a boundary.
        package let boundary: String
        package let status: Status
        /// The id of a source.
        package let source: String
        package let note: Translated?
    }

    /// One quantity in one unit: by year, or by what its labels name.
    package struct Series: Sendable {
        package let id: String
        package let title: Translated
        package let unit: String
        package let hasChart: Bool
        /// As they are ordered in the file.
        package let points: [Point]

        /// The ids of its boundaries, in the order in which they first occur.
        package var boundaries: [String] {
            points.map(\.boundary).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        }

        /// The points that have a year, by boundary and then by year. Only
        /// points of one of these lists may be compared, or joined by a line.
        package var comparable: [(boundary: String, points: [Point])] {
            boundaries.map { boundary in
                let points = points.filter { $0.boundary == boundary && $0.year != nil }
                return (boundary, points.sorted { ($0.year ?? 0) < ($1.year ?? 0) })
            }.filter { !$0.points.isEmpty }
        }
    }

    package struct Goal: Sendable {
        package let id: String
        package let title: Translated
        package let text: Translated
        /// Of the statement, not of the goal.
        package let year: Int
        package let source: String
        package let status: Status
    }

    package let boundaries: [Boundary]
    package let series: [Series]
    package let goals: [Goal]

    /// No figures, for a project whose file could not be read.
    package init() { self.init(boundaries: [], series: [], goals: []) }

    init(boundaries: [Boundary], series: [Series], goals: [Goal]) {
        self.boundaries = boundaries
        self.series = series
        self.goals = goals
    }

    /// The title of a boundary; its id where it is unknown.
    package func title(ofBoundary id: String) -> Translated {
        boundaries.first { $0.id == id }?.title ?? Translated(nl: id, en: id)
    }
}

extension Rule {
    /// The rules of `sector.yaml`, for `explain` and for the manual.
    package static let sector: [Rule] = [
        unknownBoundary, unnamedPoint, duplicatePoint, chartForm,
    ]
}
