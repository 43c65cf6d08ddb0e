import Glibc

/// Names for new files.
package enum FileName {
    /// `DATE-title-in-small-letters.md`, with a number where that is taken.
    package static func unused(title: String, date: String, in folder: String) -> String {
        let base = "\(date)-\(slug(title))"
        for number in 1... {
            let name = number == 1 ? "\(base).md" : "\(base)-\(number).md"
            if !FolderListing.isTaken(folder + "/" + name) { return name }
        }
        preconditionFailure("some number is free")
    }

    /// The path, or the path with the first free number behind it.
    static func unused(_ path: String) -> String {
        guard FolderListing.isTaken(path) else { return path }
        for number in 1... where !FolderListing.isTaken("\(path).\(number)") { return "\(path).\(number)" }
        preconditionFailure("some number is free")
    }

    /// Small letters, digits and single hyphens, at most 80; no name that a system keeps for a device.
    static func slug(_ title: String) -> String {
        var slug = ""
        let characters = Array(title.lowercased())
        for (index, character) in characters.enumerated() {
            // `4,112` is one number, and `1,2` are two.
            let isWithinNumber =
                character == "," && slug.last?.isNumber == true
                && characters[(index + 1)...].prefix(while: \.isNumber).count == 3
            guard !isWithinNumber else { continue }
            for letter in plain[character] ?? String(character) {
                if letter.isASCII, letter.isLetter || letter.isNumber {
                    slug.append(letter)
                } else if !slug.isEmpty, slug.last != "-", letter != "'" {
                    slug.append("-")
                }
            }
        }
        slug = String(slug.prefix(80))
        while slug.last == "-" { slug.removeLast() }
        let devices: Set = ["con", "prn", "aux", "nul"]
        return slug.isEmpty ? "postmortem" : devices.contains(slug) ? "postmortem-\(slug)" : slug
    }

    private static let plain: [Character: String] = [
        "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "à": "a", "á": "a", "â": "a", "ã": "a", "å": "a",
        "æ": "ae", "ç": "c",
        "è": "e", "é": "e", "ê": "e", "ë": "e", "ì": "i", "í": "i", "î": "i", "ï": "i", "ñ": "n", "ò": "o",
        "ó": "o",
        "ô": "o", "õ": "o", "ø": "o", "ù": "u", "ú": "u", "û": "u", "ý": "y", "ÿ": "y", "š": "s", "ž": "z",
        "č": "c",
        "ł": "l", "ń": "n", "ś": "s", "ć": "c", "ż": "z", "ź": "z", "ğ": "g", "ı": "i", "ş": "s",
    ]
}
