// SPDX-License-Identifier: GPL-3.0-or-later
// Priors, detections and NMS as operators of a graph (facts 3; mxnet src/operator/contrib/bounding_box-inl.h).
#include "core/ssd/graph_operator.h"
#include "core/ssd/multibox_detection.h"
#include "core/ssd/prior_boxes.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace boxwright::ssd {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GraphDetection)
};

constexpr size_t kMostPriorsPerCell = 1024;

std::array<float, 2> floatPair(NodeAttributes &attributes, const char *name, double fallback)
{
    const std::vector<double> values = attributes.numbers(name, {fallback, fallback});
    if (values.size() != 2) {
        attributes.refuse(
            Text::tr("attribute %1 has %2 numbers instead of 2").arg(QLatin1String(name)).arg(values.size()));
        return {float(fallback), float(fallback)};
    }
    return {float(values[0]), float(values[1])};
}

GraphOperation makeMultiBoxPrior(NodeAttributes &attributes)
{
    PriorOptions options;
    const std::vector<double> sizes = attributes.numbers("sizes", {1});
    const std::vector<double> ratios = attributes.numbers("ratios", {1});
    options.sizes.assign(sizes.begin(), sizes.end());
    options.ratios.assign(ratios.begin(), ratios.end());
    options.clip = attributes.flag("clip", false);
    options.steps = floatPair(attributes, "steps", -1);
    options.offsets = floatPair(attributes, "offsets", 0.5);
    if (sizes.empty() || ratios.empty() || sizes.size() + ratios.size() > kMostPriorsPerCell)
        attributes.refuse(Text::tr("there are %1 sizes and %2 ratios").arg(sizes.size()).arg(ratios.size()));
    return [=](const GraphValues &in) -> GraphValues {
        needDimensions(in[0], 4);
        needRoom({in[0].size(2), in[0].size(3), int64_t(options.sizes.size() + options.ratios.size()), 4});
        return {multiboxPrior(int(in[0].size(2)), int(in[0].size(3)), options).unsqueeze(0)};
    };
}

/// Rows (class, score, corners) of one image; what did not survive has class -1.
void writeDetectionRows(const std::vector<DetectedBox> &boxes, torch::Tensor rows)
{
    auto out = rows.accessor<float, 2>();
    for (const DetectedBox &box : boxes) {
        const float values[]{float(box.classIndex), box.score, box.xmin, box.ymin, box.xmax, box.ymax};
        for (int64_t i = 0; i < 6; ++i)
            out[box.row][i] = values[i];
    }
}

GraphOperation makeMultiBoxDetection(NodeAttributes &attributes)
{
    DetectionOptions options;
    options.threshold = float(attributes.number("threshold", 0.01));
    options.nmsThreshold = float(attributes.number("nms_threshold", 0.5));
    options.nmsTopk = int(std::clamp<int64_t>(attributes.integer("nms_topk", -1), -1, 1 << 30));
    options.forceSuppress = attributes.flag("force_suppress", false);
    options.clip = attributes.flag("clip", true);
    const std::vector<double> variances = attributes.numbers("variances", {0.1, 0.1, 0.2, 0.2});
    if (variances.size() == 4)
        std::copy(variances.begin(), variances.end(), options.variances.begin());
    else
        attributes.refuse(Text::tr("variances has %1 numbers instead of 4").arg(variances.size()));
    return [=](const GraphValues &in) -> GraphValues {
        needDimensions(in[0], 3); // (B, C + 1, N), (B, 4 N), (1, N, 4)
        const int64_t images = in[0].size(0);
        const int64_t priors = in[0].size(2);
        if (in[1].numel() != images * priors * 4 || in[2].numel() != priors * 4)
            refuseNode(Text::tr("there are %1 box offsets and %2 prior corners for %3 priors")
                           .arg(in[1].numel())
                           .arg(in[2].numel())
                           .arg(priors));
        const torch::Tensor offsets = in[1].reshape({images, priors, 4});
        torch::Tensor rows = torch::full({images, priors, 6}, -1.0);
        for (int64_t image = 0; image < images; ++image)
            writeDetectionRows(detectBoxes(in[0][image].t(), offsets[image], in[2].reshape({-1, 4}), options),
                               rows[image]);
        return {rows};
    };
}

struct BoxNmsOptions
{
    float overlap = 0.5F;
    float validThreshold = 0;
    int64_t topk = -1;
    int64_t corners = 2;
    int64_t score = 1;
    int64_t id = -1;
    int64_t background = -1;
    bool forceSuppress = false;
    bool isCentred = false; ///< boxes are x, y, width, height
};

/// Rows of one image as _contrib_box_nms sorts and suppresses them.
class BoxNms
{
public:
    BoxNms(const torch::Tensor &rows, const BoxNmsOptions &options)
        : m_rows(rows.contiguous())
        , m_width(rows.size(1))
        , m_options(options)
    {
    }

    torch::Tensor run() const
    {
        torch::Tensor result = torch::full_like(m_rows, -1);
        std::vector<int64_t> kept;
        for (const int64_t candidate : candidates()) {
            const bool isSuppressed = std::any_of(kept.begin(), kept.end(), [&](int64_t above) {
                return (m_options.forceSuppress || m_options.id < 0 ||
                        row(above)[m_options.id] == row(candidate)[m_options.id]) &&
                       overlap(above, candidate) > m_options.overlap;
            });
            if (isSuppressed)
                continue;
            std::copy_n(row(candidate), m_width, result.data_ptr<float>() + int64_t(kept.size()) * m_width);
            kept.push_back(candidate);
        }
        return result;
    }

private:
    [[nodiscard]] const float *row(int64_t index) const { return m_rows.data_ptr<float>() + index * m_width; }

    [[nodiscard]] std::vector<int64_t> candidates() const
    {
        std::vector<int64_t> valid;
        for (int64_t i = 0; i < m_rows.size(0); ++i)
            if (row(i)[m_options.score] > m_options.validThreshold &&
                (m_options.id < 0 || row(i)[m_options.id] != float(m_options.background)))
                valid.push_back(i);
        std::stable_sort(valid.begin(), valid.end(),
                         [&](int64_t a, int64_t b) { return row(a)[m_options.score] > row(b)[m_options.score]; });
        if (m_options.topk > 0 && int64_t(valid.size()) > m_options.topk)
            valid.resize(size_t(m_options.topk));
        return valid;
    }

    [[nodiscard]] std::array<float, 4> cornersOf(int64_t index) const
    {
        const float *box = row(index) + m_options.corners;
        if (!m_options.isCentred)
            return {box[0], box[1], box[2], box[3]};
        return {box[0] - box[2] / 2, box[1] - box[3] / 2, box[0] + box[2] / 2, box[1] + box[3] / 2};
    }

    [[nodiscard]] float overlap(int64_t first, int64_t second) const
    {
        const auto a = cornersOf(first);
        const auto b = cornersOf(second);
        const float width = std::max(0.0F, std::min(a[2], b[2]) - std::max(a[0], b[0]));
        const float height = std::max(0.0F, std::min(a[3], b[3]) - std::max(a[1], b[1]));
        const float common = width * height;
        const auto area = [](const std::array<float, 4> &box) {
            return std::max(0.0F, box[2] - box[0]) * std::max(0.0F, box[3] - box[1]);
        };
        const float either = area(a) + area(b) - common;
        return either <= 0 ? 0 : common / either;
    }

    torch::Tensor m_rows;
    int64_t m_width;
    BoxNmsOptions m_options;
};

GraphOperation makeBoxNms(NodeAttributes &attributes)
{
    BoxNmsOptions options;
    options.overlap = float(attributes.number("overlap_thresh", 0.5));
    options.validThreshold = float(attributes.number("valid_thresh", 0));
    options.topk = attributes.integer("topk", -1);
    options.corners = attributes.integer("coord_start", 2);
    options.score = attributes.integer("score_index", 1);
    options.id = attributes.integer("id_index", -1);
    options.background = attributes.integer("background_id", -1);
    options.forceSuppress = attributes.flag("force_suppress", false);
    const QString inside = attributes.text("in_format", "corner");
    options.isCentred = inside == QLatin1String("center");
    if (attributes.text("out_format", "corner") != inside)
        attributes.refuse(Text::tr("out_format differs from in_format"));
    return [=](const GraphValues &in) -> GraphValues {
        needDimensions(in[0], 3); // (B, N, columns)
        const int64_t columns = in[0].size(2);
        const bool fits = options.corners >= 0 && options.corners + 4 <= columns && options.score >= 0 &&
                          options.score < columns && options.id < columns;
        if (!fits)
            refuseNode(Text::tr("rows of %1 numbers do not hold what the attributes say").arg(columns));
        GraphValues images;
        for (int64_t image = 0; image < in[0].size(0); ++image)
            images.push_back(BoxNms(in[0][image], options).run());
        return {torch::stack(images)};
    };
}

} // namespace

std::vector<GraphOperator> detectionOperators()
{
    return {
        {"_contrib_MultiBoxPrior", 1, 1, makeMultiBoxPrior, /*readsShapesOnly=*/true},
        {"MultiBoxPrior", 1, 1, makeMultiBoxPrior, /*readsShapesOnly=*/true},
        {"_contrib_MultiBoxDetection", 3, 3, makeMultiBoxDetection},
        {"MultiBoxDetection", 3, 3, makeMultiBoxDetection},
        {"_contrib_box_nms", 1, 1, makeBoxNms},
        {"_contrib_box_non_maximum_suppression", 1, 1, makeBoxNms},
    };
}

} // namespace boxwright::ssd
