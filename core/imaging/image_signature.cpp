// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/image_signature.h"

#include "core/imaging/image_reader.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QImage>

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <numbers>
#include <numeric>
#include <thread>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImageSignature)
};

constexpr int kHashEdge = 32; ///< the image is brought to this before its frequencies are taken
constexpr int kFrequencies = 8;
constexpr int kMaxBits = 12;     ///< of 64: hashes farther apart are never alike
constexpr int kDecodeEdge = 128; ///< JPEG decodes at a fraction of its size

/// The lowest frequencies of the brightness, by the discrete cosine transform (type 2) of rows, then columns.
quint64 hashOf(const QImage &grey)
{
    static const auto table = [] {
        std::array<std::array<double, kHashEdge>, kFrequencies> cosines{};
        for (int k = 0; k < kFrequencies; ++k) {
            for (int i = 0; i < kHashEdge; ++i)
                cosines[k][i] = std::cos(std::numbers::pi * (2 * i + 1) * (k + 1) / (2 * kHashEdge));
        }
        return cosines; // without the mean: brightness as a whole says nothing
    }();
    std::array<std::array<double, kFrequencies>, kHashEdge> rows{};
    for (int y = 0; y < kHashEdge; ++y) {
        const uchar *line = grey.constScanLine(y);
        for (int k = 0; k < kFrequencies; ++k) {
            for (int x = 0; x < kHashEdge; ++x)
                rows[y][k] += line[x] * table[k][x];
        }
    }
    std::array<double, 64> values{};
    for (int v = 0; v < kFrequencies; ++v) {
        for (int u = 0; u < kFrequencies; ++u) {
            for (int y = 0; y < kHashEdge; ++y)
                values[v * kFrequencies + u] += rows[y][u] * table[v][y];
        }
    }
    std::array<double, 64> sorted = values;
    std::nth_element(sorted.begin(), sorted.begin() + 32, sorted.end());
    quint64 hash = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        hash |= quint64{values[i] > sorted[32]} << i;
    return hash;
}

/// Correlation of the two tiny copies; 1 where both are flat.
double correlation(const ImageSignature &a, const ImageSignature &b)
{
    const auto n = static_cast<double>(a.tiny.size());
    const double meanA = std::accumulate(a.tiny.begin(), a.tiny.end(), 0.0) / n;
    const double meanB = std::accumulate(b.tiny.begin(), b.tiny.end(), 0.0) / n;
    double both = 0;
    double ownA = 0;
    double ownB = 0;
    for (std::size_t i = 0; i < a.tiny.size(); ++i) {
        const double x = a.tiny[i] - meanA;
        const double y = b.tiny[i] - meanB;
        both += x * y;
        ownA += x * x;
        ownB += y * y;
    }
    constexpr double kFlat = 256.0; // less than one grey level: nothing to compare
    if (ownA < kFlat || ownB < kFlat)
        return ownA < kFlat && ownB < kFlat ? 1 : 0;
    return both / std::sqrt(ownA * ownB);
}

} // namespace

ImageSignature signatureOf(const QImage &image)
{
    ImageSignature signature;
    const QImage small = image.convertToFormat(QImage::Format_RGB888)
                             .scaled(kHashEdge, kHashEdge, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    signature.hash = hashOf(small.convertToFormat(QImage::Format_Grayscale8));
    const QImage tiny =
        small.convertToFormat(QImage::Format_Grayscale8)
            .scaled(ImageSignature::kEdge, ImageSignature::kEdge, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    for (int y = 0; y < ImageSignature::kEdge; ++y)
        std::copy_n(tiny.constScanLine(y), ImageSignature::kEdge,
                    signature.tiny.begin() + std::ptrdiff_t{y} * ImageSignature::kEdge);
    std::array<quint64, 3> sums{};
    const QImage rgb = small.convertToFormat(QImage::Format_RGB888); // smooth scaling gives a format of its own
    for (int y = 0; y < kHashEdge; ++y) {
        const uchar *line = rgb.constScanLine(y);
        for (int x = 0; x < 3 * kHashEdge; ++x)
            sums[x % 3] += line[x];
    }
    for (std::size_t i = 0; i < sums.size(); ++i)
        signature.color[i] = static_cast<quint8>(sums[i] / (kHashEdge * kHashEdge));
    return signature;
}

double likeness(const ImageSignature &a, const ImageSignature &b)
{
    if (std::popcount(a.hash ^ b.hash) > kMaxBits)
        return 0;
    int farthest = 0;
    for (std::size_t i = 0; i < a.color.size(); ++i)
        farthest = std::max(farthest, std::abs(int{a.color[i]} - int{b.color[i]}));
    const double sameColor = std::max(0.0, 1 - farthest / 100.0); // exposure may differ a little
    return std::max(0.0, correlation(a, b)) * std::min(1.0, sameColor + 0.1);
}

Result<QList<std::optional<ImageSignature>>> signaturesOf(const QStringList &paths, const CancelFlag &cancel,
                                                          const ProgressSink &progress)
{
    QList<std::optional<ImageSignature>> signatures(paths.size());
    std::optional<ImageSignature> *places = signatures.data();
    std::atomic<qsizetype> next{0};
    std::atomic<qsizetype> done{0};
    const auto work = [&](const ProgressSink &sink) {
        QElapsedTimer sinceTold;
        for (qsizetype i = next++; i < paths.size() && !cancel.isCancelled(); i = next++) {
            if (const Result<QImage> image = readImage(paths[i], {}, {kDecodeEdge, kDecodeEdge}))
                places[i] = signatureOf(*image);
            ++done;
            if (sink && (!sinceTold.isValid() || sinceTold.elapsed() > 100)) {
                sink({Text::tr("Looking at images"), done, paths.size()});
                sinceTold.start();
            }
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i)
            helpers.emplace_back(work, ProgressSink()); // one of the threads tells, this one
        work(progress);
    }
    if (cancel.isCancelled())
        return failure(Text::tr("Looking at the images was stopped"));
    if (progress)
        progress({Text::tr("Looking at images"), paths.size(), paths.size()});
    return signatures;
}

QList<QList<qsizetype>> alikeGroups(const QList<std::optional<ImageSignature>> &signatures, const CancelFlag &cancel)
{
    QList<qsizetype> parent(signatures.size());
    std::iota(parent.begin(), parent.end(), qsizetype{0});
    const auto rootOf = [&parent](qsizetype at) {
        while (parent[at] != at)
            at = parent[at] = parent[parent[at]];
        return at;
    };
    for (qsizetype i = 0; i < signatures.size() && !cancel.isCancelled(); ++i) {
        for (qsizetype j = i + 1; signatures[i] && j < signatures.size(); ++j) {
            const bool isNear = signatures[j] && std::popcount(signatures[i]->hash ^ signatures[j]->hash) <= kMaxBits;
            if (isNear && likeness(*signatures[i], *signatures[j]) >= kAlike)
                parent[rootOf(j)] = rootOf(i);
        }
    }
    QHash<qsizetype, qsizetype> places;
    QList<QList<qsizetype>> groups;
    for (qsizetype i = 0; i < signatures.size(); ++i) {
        const qsizetype root = rootOf(i);
        if (!places.contains(root)) {
            places.insert(root, groups.size());
            groups.append(QList<qsizetype>());
        }
        groups[places[root]].append(i);
    }
    groups.removeIf([](const QList<qsizetype> &group) { return group.size() < 2; });
    return groups;
}

} // namespace boxwright
