// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/suggestion_order.h"

#include <algorithm>
#include <cmath>

namespace boxwright {

double binaryEntropy(double probability)
{
    if (!(probability > 0 && probability < 1))
        return 0;
    return -probability * std::log2(probability) - (1 - probability) * std::log2(1 - probability);
}

QList<OpenImage> imagesByUncertainty(const Dataset &dataset, double minConfidence)
{
    QList<OpenImage> open;
    for (qsizetype i = 0; i < dataset.imageCount(); ++i) {
        const ImageRecord &record = dataset.imageAt(i);
        OpenImage image;
        image.image = record.info.id;
        for (const Suggestion &suggestion : record.suggestions) {
            if (suggestion.confidence < minConfidence)
                continue;
            const double entropy = binaryEntropy(suggestion.confidence);
            if (image.suggestions == 0 || entropy > image.uncertainty) {
                image.uncertainty = entropy;
                image.leastSure = suggestion.confidence;
            }
            ++image.suggestions;
        }
        if (image.suggestions > 0)
            open.append(image);
    }
    std::stable_sort(open.begin(), open.end(), [](const OpenImage &a, const OpenImage &b) {
        return a.uncertainty != b.uncertainty ? a.uncertainty > b.uncertainty : a.suggestions > b.suggestions;
    });
    return open;
}

} // namespace boxwright
