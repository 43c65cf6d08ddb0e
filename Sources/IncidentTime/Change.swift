/// The change from a normal value to one during the incident.
package enum Change {
    /// Percentages change by percentage points, `+44.9 pp`; other numbers relatively, `+2400%`. Nil where the units
    /// differ or nothing can be said relative to zero.
    package static func text(from normal: String, to during: String) -> String? {
        guard let (before, after) = pair(normal, during), before.unit == after.unit else { return nil }
        if before.unit == "%" { return signed(after.value - before.value, digits: 1).map { $0 + " pp" } }
        guard before.value != 0, !isTemperature(before.unit) else { return nil }
        return signed((after.value - before.value) / before.value.magnitude * 100, digits: 0).map { $0 + "%" }
    }

    /// Why nothing can be worked out from two numbers, as the rest of a sentence; nil where something can, or where one is
    /// no number.
    package static func problem(from normal: String, to during: String) -> String? {
        guard let (before, after) = pair(normal, during), text(from: normal, to: during) == nil else {
            return nil
        }
        if before.unit != after.unit { return "the two have different units" }
        if before.value == 0 { return "nothing can be said relative to zero" }
        return isTemperature(before.unit)
            ? "a share of a temperature says nothing" : "the numbers are too large"
    }

    private static func isTemperature(_ unit: String) -> Bool {
        ["c", "f", "°c", "°f", "celsius", "fahrenheit"].contains(unit.lowercased())
    }

    /// Both in one unit where that can be; zero of anything is zero, so it needs no unit of its own.
    private static func pair(_ normal: String, _ during: String) -> (before: Quantity, after: Quantity)? {
        guard var before = Quantity(normal).map(inSmallUnit), var after = Quantity(during).map(inSmallUnit)
        else { return nil }
        if after.value == 0, after.unit.isEmpty { after.unit = before.unit }
        if before.value == 0, before.unit.isEmpty { before.unit = after.unit }
        return (before, after)
    }

    /// Seconds and minutes as milliseconds, so that `200 ms` and `5 s` compare.
    private static func inSmallUnit(_ quantity: Quantity) -> Quantity {
        switch quantity.unit {
        case "s", "sec", "second", "seconds": Quantity(value: quantity.value * 1000, unit: "ms")
        case "min", "minute", "minutes": Quantity(value: quantity.value * 60_000, unit: "ms")
        default: quantity
        }
    }

    /// Nil for a number so large that no digit of it would mean anything.
    private static func signed(_ value: Double, digits: Int) -> String? {
        guard value.magnitude < 1e15 else { return nil }
        let scale = digits == 0 ? 1.0 : 10.0
        let rounded = (value * scale).rounded() / scale
        let isWhole = rounded == rounded.rounded()
        let number = isWhole ? String(Int(rounded.magnitude)) : String(rounded.magnitude)
        return (rounded < 0 ? "-" : "+") + number
    }
}
