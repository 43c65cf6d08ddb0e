import Glibc

extension [Double] {
    /// The value that a share of the others does not exceed.
    func percentile(_ share: Double) -> Double {
        let ordered = sorted()
        guard let last = ordered.last else { return .nan }
        let index = Int((share * Double(ordered.count)).rounded(.up)) - 1
        return ordered.indices.contains(index) ? ordered[index] : last
    }

    var median: Double { percentile(0.5) }
}

/// The power of the size with which a time grows: the slope of the line through the logarithms.
func growthExponent(_ points: [(size: Double, seconds: Double)]) -> Double {
    let logs = points.map { (x: log($0.size), y: log(max($0.seconds, 1e-6))) }
    let count = Double(logs.count)
    let (meanX, meanY) = (logs.map(\.x).reduce(0, +) / count, logs.map(\.y).reduce(0, +) / count)
    let slope = logs.map { ($0.x - meanX) * ($0.y - meanY) }.reduce(0, +)
    return slope / logs.map { ($0.x - meanX) * ($0.x - meanX) }.reduce(0, +)
}
