import Capital

/// What the example chain adds up to, worked out apart from the program from
/// the ledgers alone: company totals, eliminations and chain, by line and
/// side; nil where there is no figure or the public may not see it.
enum ExampleChainFigures {
    typealias Row = (String, Effect, Double?, Double?, Double?)

    static let chains: [Int: [Row]] = [2024: in2024, 2025: in2025]

    private static let in2024: [Row] = [
        ("ghg", .loss, 552_310.611, 352_467.188, 199_843.423),
        ("ghg-process", .loss, 58_400, nil, 58_400),
        ("ghg-fuel", .loss, 49_055.66, nil, 49_055.66),
        ("ghg-electricity", .loss, 8_452.983, nil, 8_452.983),
        ("ghg-transport", .loss, 11_204.28, 3_281.5, 7_922.78),
        ("ghg-unsplit", .loss, 425_197.688, 349_185.688, 76_012),
        ("land-in-use", .loss, 387.81, nil, 387.81),
        ("land-taken", .loss, 15, nil, 15),
        ("land-restored", .gain, 5.3, nil, 5.3),
        ("land-condition", .loss, 13.1, nil, 13.1),
        ("land-condition", .gain, 1.9, nil, 1.9),
        ("land-sealed", .loss, 6, nil, 6),
        ("land-sealed", .gain, 0.77, nil, 0.77),
        ("freshwater-ecosystem-use", .loss, 12.5, nil, 12.5),
        ("seabed-use", .loss, 45.5, nil, 45.5),
        ("water-use", .loss, nil, nil, nil),
        ("water-pollutants-suspended-solids", .loss, nil, nil, nil),
        ("water-pollutants-chromium", .loss, 1.3082, nil, 1.3082),
        ("water-pollutants-nitrogen", .loss, nil, nil, nil),
        ("air-nox", .loss, 411.454, 123.6, 287.854),
        ("air-pm10", .loss, 37.163, nil, 37.163),
        ("air-so2", .loss, 41.5116, nil, 41.5116),
        ("air-nh3", .loss, nil, nil, nil),
        ("air-hg", .loss, nil, nil, nil),
        ("nitrogen-deposition", .loss, 335, nil, 335),
        ("primary-raw-materials", .loss, 4_526_498.4, 2_913_058.4, 1_613_440),
        ("secondary-raw-materials", .memo, 124_890, nil, 124_890),
        ("memo-concrete-reused", .memo, 49_600, nil, 49_600),
        ("memo-concrete-released", .memo, 116_000, nil, 116_000),
        ("waste", .loss, 24_214.5, nil, 24_214.5),
        ("noise", .loss, 430.5, nil, 430.5),
        ("invasive-species", .loss, 1, nil, 1),
        ("service-flood-storage", .loss, nil, nil, nil),
        ("service-flood-storage", .gain, nil, nil, nil),
    ]

    private static let in2025: [Row] = [
        ("ghg", .loss, 483_786.18205, 305_742.23605, 178_043.946),
        ("ghg-process", .loss, 49_000, nil, 49_000),
        ("ghg-fuel", .loss, 41_455.04, nil, 41_455.04),
        ("ghg-electricity", .loss, 7_202.646, nil, 7_202.646),
        ("ghg-transport", .loss, 10_523.47405, 3_046.41405, 7_477.06),
        ("ghg-unsplit", .loss, 375_605.022, 302_695.822, 72_909.2),
        ("land-in-use", .loss, 378.38, nil, 378.38),
        ("land-taken", .loss, 5.1, nil, 5.1),
        ("land-restored", .gain, 10.2, nil, 10.2),
        ("land-condition", .loss, 9.9, nil, 9.9),
        ("land-condition", .gain, 3.5, nil, 3.5),
        ("land-sealed", .loss, 7.8, nil, 7.8),
        ("land-sealed", .gain, 1.15, nil, 1.15),
        ("freshwater-ecosystem-use", .loss, 11, nil, 11),
        ("seabed-use", .loss, 41, nil, 41),
        ("water-use", .loss, nil, nil, nil),
        ("water-pollutants-suspended-solids", .loss, nil, nil, nil),
        ("water-pollutants-chromium", .loss, 1.3822, nil, 1.3822),
        ("water-pollutants-nitrogen", .loss, nil, nil, nil),
        ("air-nox", .loss, 348.3234, 95.92, 252.4034),
        ("air-pm10", .loss, 36.067, nil, 36.067),
        ("air-so2", .loss, 33.7886, nil, 33.7886),
        ("air-nh3", .loss, nil, nil, nil),
        ("air-hg", .loss, nil, nil, nil),
        ("nitrogen-deposition", .loss, 317, nil, 317),
        ("primary-raw-materials", .loss, 4_151_693.3, 2_687_603.3, 1_464_090),
        ("secondary-raw-materials", .memo, 114_010, nil, 114_010),
        ("memo-concrete-reused", .memo, 58_100, nil, 58_100),
        ("memo-concrete-released", .memo, 124_600, nil, 124_600),
        ("waste", .loss, 22_859.1, nil, 22_859.1),
        ("noise", .loss, 413.9, nil, 413.9),
        ("invasive-species", .loss, 0, nil, 0),
        ("service-flood-storage", .loss, nil, nil, nil),
        ("service-flood-storage", .gain, 35_000, nil, 35_000),
    ]
}
