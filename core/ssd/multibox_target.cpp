// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/multibox_target.h"

#include "core/ssd/parallel.h"

#include <cmath>

namespace boxwright::ssd {

namespace {

/// An object takes a prior in the bipartite step only above this overlap (multibox_target.cc).
constexpr float kLeastOverlap = 1e-6F;

/// Corners of all priors, one array each: the overlap of one object with every prior is one pass.
struct PriorColumns
{
    std::vector<float> xmin, ymin, xmax, ymax;

    explicit PriorColumns(const torch::Tensor &priors)
    {
        const size_t count = size_t(priors.size(0));
        for (std::vector<float> *column : {&xmin, &ymin, &xmax, &ymax})
            column->resize(count);
        const float *corner = priors.data_ptr<float>();
        for (size_t j = 0; j < count; ++j, corner += 4) {
            xmin[j] = corner[0];
            ymin[j] = corner[1];
            xmax[j] = corner[2];
            ymax[j] = corner[3];
        }
    }
    [[nodiscard]] int64_t size() const { return int64_t(xmin.size()); }
};

struct CornerPointers
{
    const float *xmin;
    const float *ymin;
    const float *xmax;
    const float *ymax;
};

BOXWRIGHT_VECTOR_CLONES
void overlapsOf(CornerPointers priors, int64_t count, TargetBox object, float *__restrict overlap)
{
    const float *__restrict xmin = priors.xmin;
    const float *__restrict ymin = priors.ymin;
    const float *__restrict xmax = priors.xmax;
    const float *__restrict ymax = priors.ymax;
    const float area = (object.xmax - object.xmin) * (object.ymax - object.ymin);
    for (int64_t j = 0; j < count; ++j) {
        const float right = xmax[j] < object.xmax ? xmax[j] : object.xmax;
        const float left = xmin[j] > object.xmin ? xmin[j] : object.xmin;
        const float bottom = ymax[j] < object.ymax ? ymax[j] : object.ymax;
        const float top = ymin[j] > object.ymin ? ymin[j] : object.ymin;
        const float width = right - left > 0 ? right - left : 0;
        const float height = bottom - top > 0 ? bottom - top : 0;
        const float common = width * height;
        const float either = (xmax[j] - xmin[j]) * (ymax[j] - ymin[j]) + area - common;
        overlap[j] = either > 0 ? common / either : 0;
    }
}

/// Where one image's results go: N classes, N * 4 offsets and masks.
struct ImageTargets
{
    int64_t *classTarget;
    float *boxTarget;
    float *boxMask;
};

/// Matches and mines one image.
class Assignment
{
public:
    Assignment(const PriorColumns &priors, const std::vector<TargetBox> &objects, const TargetOptions &options)
        : m_priors(priors)
        , m_objects(objects)
        , m_options(options)
        , m_overlap(size_t(priors.size()))
        , m_bestOverlap(size_t(priors.size()), -1.0F)
        , m_bestObject(size_t(priors.size()), -1)
        , m_state(size_t(priors.size()), State::Ignored)
    {
    }

    void run(const float *logits, int64_t classes, const ImageTargets &out)
    {
        measureOverlaps();
        matchBestPairs();
        matchAboveThreshold();
        if (m_options.negativeMiningRatio > 0)
            mineNegatives(logits, classes);
        else
            std::replace(m_state.begin(), m_state.end(), State::Ignored, State::Negative);
        write(out);
    }

private:
    enum class State : unsigned char
    {
        Ignored,
        Negative,
        Positive
    };
    struct Best
    {
        float overlap = kLeastOverlap;
        int64_t prior = -1;
    };

    void overlapsWith(size_t object)
    {
        const CornerPointers corners{m_priors.xmin.data(), m_priors.ymin.data(), m_priors.xmax.data(),
                                     m_priors.ymax.data()};
        overlapsOf(corners, m_priors.size(), m_objects[object], m_overlap.data());
    }

    /// The prior without object that overlaps most, the first of equals; m_overlap is the object's.
    [[nodiscard]] Best bestFreePrior() const
    {
        Best best;
        for (int64_t j = 0; j < m_priors.size(); ++j)
            if (m_overlap[size_t(j)] > best.overlap && m_state[size_t(j)] != State::Positive)
                best = {m_overlap[size_t(j)], j};
        return best;
    }

    void measureOverlaps()
    {
        m_bestOfObject.resize(m_objects.size());
        for (size_t k = 0; k < m_objects.size(); ++k) {
            overlapsWith(k);
            m_bestOfObject[k] = bestFreePrior();
            for (size_t j = 0; j < m_overlap.size(); ++j) {
                if (m_overlap[j] > m_bestOverlap[j]) {
                    m_bestOverlap[j] = m_overlap[j];
                    m_bestObject[j] = int(k);
                }
            }
        }
    }

    /// Bipartite: the largest overlap of all takes its pair out, again and again; of equals the first prior, then the
    /// first object.
    void matchBestPairs()
    {
        std::vector<bool> isMatched(m_objects.size());
        for (size_t round = 0; round < m_objects.size(); ++round) {
            int64_t chosen = -1;
            Best best;
            for (size_t k = 0; k < m_objects.size(); ++k) {
                const Best &own = m_bestOfObject[k];
                const bool isAhead = own.overlap > best.overlap ||
                                     (chosen >= 0 && own.overlap == best.overlap && own.prior < best.prior);
                if (!isMatched[k] && own.prior >= 0 && isAhead) {
                    chosen = int64_t(k);
                    best = own;
                }
            }
            if (chosen < 0)
                return;
            isMatched[size_t(chosen)] = true;
            take(best.prior, int(chosen));
            for (size_t k = 0; k < m_objects.size(); ++k) {
                if (!isMatched[k] && m_bestOfObject[k].prior == best.prior) {
                    overlapsWith(k);
                    m_bestOfObject[k] = bestFreePrior();
                }
            }
        }
    }

    void matchAboveThreshold()
    {
        if (m_options.overlapThreshold <= 0)
            return;
        for (int64_t j = 0; j < m_priors.size(); ++j)
            if (m_state[size_t(j)] != State::Positive && m_bestOverlap[size_t(j)] > m_options.overlapThreshold)
                take(j, m_bestObject[size_t(j)]);
    }

    void take(int64_t prior, int object)
    {
        m_state[size_t(prior)] = State::Positive;
        m_bestObject[size_t(prior)] = object;
        ++m_positives;
    }

    /// Background probability, as a softmax in single precision.
    static float backgroundProbability(const float *logits, int64_t classes)
    {
        const float largest = *std::max_element(logits, logits + classes);
        float sum = 0;
        for (int64_t c = 0; c < classes; ++c)
            sum += std::exp(logits[c] - largest);
        return std::exp(logits[0] - largest) / sum;
    }

    /// Where MXNet stops with an error, because too few priors may be negative, all of them become it.
    void mineNegatives(const float *logits, int64_t classes)
    {
        const int64_t asked = int64_t(float(m_positives) * m_options.negativeMiningRatio);
        const int64_t wanted = std::min(asked, m_priors.size() - m_positives);
        if (wanted <= 0)
            return;
        std::vector<std::pair<float, int64_t>> candidates;
        for (int64_t j = 0; j < m_priors.size(); ++j)
            if (m_state[size_t(j)] != State::Positive && m_bestOverlap[size_t(j)] < m_options.negativeMiningThreshold)
                candidates.emplace_back(backgroundProbability(logits + j * classes, classes), j);
        const auto end = candidates.begin() + std::min(wanted, int64_t(candidates.size()));
        // Pairs order by probability, then prior: the set that a stable sort would take.
        std::nth_element(candidates.begin(), end, candidates.end());
        for (auto candidate = candidates.begin(); candidate != end; ++candidate)
            m_state[size_t(candidate->second)] = State::Negative;
    }

    void write(const ImageTargets &out) const
    {
        const int64_t ignored = int64_t(m_options.ignoreLabel);
        for (int64_t j = 0; j < m_priors.size(); ++j) {
            const State state = m_state[size_t(j)];
            out.classTarget[j] = state == State::Ignored ? ignored : 0;
            if (state != State::Positive)
                continue;
            const TargetBox &object = m_objects[size_t(m_bestObject[size_t(j)])];
            out.classTarget[j] = object.classIndex + 1;
            encode(object, size_t(j), out.boxTarget + j * 4);
            std::fill_n(out.boxMask + j * 4, 4, 1.0F);
        }
    }

    /// SSD paper, page 5: centre by the prior's size, size as logarithm, both over the variances.
    void encode(const TargetBox &object, size_t j, float *offsets) const
    {
        const float width = m_priors.xmax[j] - m_priors.xmin[j];
        const float height = m_priors.ymax[j] - m_priors.ymin[j];
        const float x = (m_priors.xmin[j] + m_priors.xmax[j]) * 0.5F;
        const float y = (m_priors.ymin[j] + m_priors.ymax[j]) * 0.5F;
        const auto &variances = m_options.variances;
        offsets[0] = ((object.xmin + object.xmax) * 0.5F - x) / width / variances[0];
        offsets[1] = ((object.ymin + object.ymax) * 0.5F - y) / height / variances[1];
        offsets[2] = std::log((object.xmax - object.xmin) / width) / variances[2];
        offsets[3] = std::log((object.ymax - object.ymin) / height) / variances[3];
    }

    const PriorColumns &m_priors;
    const std::vector<TargetBox> &m_objects;
    const TargetOptions &m_options;
    std::vector<float> m_overlap;     ///< of the object at hand with each prior
    std::vector<float> m_bestOverlap; ///< of each prior over all objects
    std::vector<int> m_bestObject;    ///< of each prior: the first of equals, later the one that it stands for
    std::vector<State> m_state;
    std::vector<Best> m_bestOfObject;
    int64_t m_positives = 0;
};

} // namespace

Targets assignTargets(const torch::Tensor &priors, const std::vector<std::vector<TargetBox>> &objects,
                      const torch::Tensor &classLogits, const TargetOptions &options)
{
    const torch::NoGradGuard noGrad;
    const PriorColumns columns(priors.contiguous());
    const torch::Tensor logits = classLogits.detach().contiguous();
    const int64_t images = int64_t(objects.size());
    const int64_t count = columns.size();
    const int64_t classes = logits.size(2);
    Targets targets;
    targets.classTarget = torch::full({images, count}, int64_t(options.ignoreLabel), torch::kInt64);
    targets.boxTarget = torch::zeros({images, count, 4});
    targets.boxMask = torch::zeros({images, count, 4});
    const ImageTargets all{targets.classTarget.data_ptr<int64_t>(), targets.boxTarget.data_ptr<float>(),
                           targets.boxMask.data_ptr<float>()};
    const float *firstLogit = logits.data_ptr<float>();
    parallelParts(images, 1, [&](int64_t begin, int64_t end, int) {
        for (int64_t image = begin; image < end; ++image) {
            if (objects[size_t(image)].empty())
                continue;
            const int64_t offset = image * count;
            Assignment(columns, objects[size_t(image)], options)
                .run(firstLogit + offset * classes, classes,
                     {all.classTarget + offset, all.boxTarget + offset * 4, all.boxMask + offset * 4});
        }
    });
    return targets;
}

} // namespace boxwright::ssd
