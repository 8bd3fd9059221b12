/// What an indicator of a file is, told from the id of its method, its short
/// name in brackets and its unit.
enum Identification: Equatable {
    case category(ImpactCategory)
    /// An indicator of resource use, waste or output: kept, never weighted.
    case inventory(String)
    /// A known indicator outside the standard, such as GWP-GHG.
    case foreign
    /// Two editions have it and nothing tells which is meant.
    case ambiguous([ImpactCategory])
    case unknown
}

extension Identification {
    /// The id of the method goes first; then the short names, of which the
    /// unit and then the edition of the file choose one. Where the file sorts
    /// its results by edition, no other is looked at.
    init(
        method: String?, names: [String], unit: String?, standard: Standard?,
        only: Standard? = nil
    ) {
        let method = method?.lowercased() ?? ""
        if let category = Self.categories.first(where: { $0.methods.contains(method) }) {
            self = .category(category)
        } else if let inventory = Self.inventory[method] {
            self = .inventory(inventory)
        } else if Self.foreignMethods.contains(method) {
            self = .foreign
        } else {
            self = names.lazy.map { Self.named($0, unit: unit, standard, only: only) }
                .first { $0 != .unknown } ?? .unknown
        }
    }

    /// The categories that a name's short form could mean, in any edition.
    static func candidates(_ name: String) -> [ImpactCategory] {
        for code in codes(in: name) {
            let found = categories.filter { $0.codes.contains(code) }
            if !found.isEmpty { return found }
        }
        return []
    }

    private static func named(
        _ name: String, unit: String?, _ standard: Standard?, only: Standard?
    ) -> Identification {
        let codes = codes(in: name)
        // Climate change without biogenic carbon has GWP in its name too.
        let foreign = ["iobc", "ghg", "except", "excl"]
        if codes.contains(where: { code in foreign.contains { code.contains($0) } }) {
            return .foreign
        }
        if let code = codes.first(where: { inventoryCodes.contains($0) }) {
            return .inventory(code.uppercased())
        }
        var found = candidates(name)
        if let only { found = found.filter { $0.standard == only } }
        if found.count > 1, let unit = unit.flatMap(ImpactUnit.init(reading:)) {
            let fitting = found.filter { Conversion(from: unit, to: $0) != nil }
            if !fitting.isEmpty { found = fitting }
        }
        if found.count > 1, let standard {
            let ofEdition = found.filter { $0.standard == standard }
            if !ofEdition.isEmpty { found = ofEdition }
        }
        switch found.count {
        case 0: return .unknown
        case 1: return .category(found[0])
        default: return .ambiguous(found)
        }
    }

    /// What stands in brackets, the last first; then the whole name.
    private static func codes(in name: String) -> [String] {
        var groups: [String] = []
        var open: String?
        for character in name {
            if character == "(" || character == "[" {
                open = ""
            } else if character == ")" || character == "]" {
                if let group = open { groups.append(group) }
                open = nil
            } else {
                open?.append(character)
            }
        }
        return (groups.reversed() + [name]).map(ImpactUnit.plain)
    }

    private static let categories = Standard.allCases.flatMap(ImpactCategory.all)

    /// Global warming without biogenic carbon (EF 3.0, EF 3.1), which Nordic
    /// programmes add.
    private static let foreignMethods: Set<String> = [
        "fb774615-0575-45de-9a89-1ded92f19770", "e03c018f-8526-44bc-b5e4-bc03c3ab32f3",
    ]

    private static let inventoryCodes = Set(inventory.values.map { $0.lowercased() })
        .union(["sf", "twd", "rpre", "rprec", "rprm", "nrpre", "nrprm", "hlrw", "illrw", "mr"])

    private static let inventory = [
        "20f32be5-0398-4288-9b6d-accddd195317": "PERE",
        "fb3ec0de-548d-4508-aea5-00b73bf6f702": "PERM",
        "53f97275-fa8a-4cdd-9024-65936002acd0": "PERT",
        "ac857178-2b45-46ec-892a-a9a4332f0372": "PENRE",
        "1421caa0-679d-4bf4-b282-0eb850ccae27": "PENRM",
        "06159210-646b-4c8d-8583-da9b3b95a6c1": "PENRT",
        "c6a1f35f-2d09-4f54-8dfb-97e502e1ce92": "SM",
        "64333088-a55f-4aa2-9a31-c10b07816787": "RSF",
        "89def144-d39a-4287-b86f-efde453ddcb2": "NRSF",
        "3cf952c8-f3a4-461d-8c96-96456ca62246": "FW",
        "430f9e0f-59b2-46a0-8e0d-55e0e84948fc": "HWD",
        "b29ef66b-e286-4afa-949f-62f1a7b4d7fa": "NHWD",
        "3449546e-52ad-4b39-b809-9fb77cea8ff6": "RWD",
        "a2b32f97-3fc7-4af2-b209-525bc6426f33": "CRU",
        "d7fe48a5-4103-49c8-9aae-b0b5dfdbd6ae": "MFR",
        "59a9181c-3aaf-46ee-8b13-2b3723b6e447": "MER",
        "4da0c987-2b76-40d6-9e9e-82a017aaaf29": "EEE",
        "98daf38a-7a79-46d3-9a37-2b7bd0955810": "EET",
    ]
}
