// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_flag.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <QList>
#include <QStringList>

#include <array>
#include <optional>

class QImage;

namespace boxwright {

/// What is left of an image for comparing it with others: a perceptual hash (the signs of the 64 lowest frequencies of
/// its brightness, after Zauner 2010, "Implementation and Benchmarking of Perceptual Image Hash Functions") and a tiny
/// copy that decides where hashes are close.
struct ImageSignature
{
    static constexpr int kEdge = 16;

    quint64 hash = 0;
    std::array<quint8, std::size_t{kEdge} * kEdge> tiny{}; ///< brightness, row by row
    std::array<quint8, 3> color{};                         ///< mean red, green, blue
};

ImageSignature signatureOf(const QImage &image);

/// How alike two images are: 1 for the same picture, also when it was scaled or compressed again; 0 for unlike ones.
/// Above kAlike they count as near-duplicates.
double likeness(const ImageSignature &a, const ImageSignature &b);
inline constexpr double kAlike = 0.95;

/// Signatures of files, on all cores; nullopt where one cannot be read. Fails only when cancelled.
Result<QList<std::optional<ImageSignature>>> signaturesOf(const QStringList &paths, const CancelFlag &cancel,
                                                          const ProgressSink &progress);

/// Places of images that are alike, directly or over others, as groups of two and more in rising order.
/// Compares every pair of hashes: 100,000 images take some ten seconds.
QList<QList<qsizetype>> alikeGroups(const QList<std::optional<ImageSignature>> &signatures, const CancelFlag &cancel);

} // namespace boxwright
