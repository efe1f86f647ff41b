// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sagemaker/ssd_symbol.h"

#include "core/sagemaker/symbol_builder.h"

#include <QLocale>

#include <algorithm>

namespace boxwright {

namespace {

const QLatin1String kVgg("vgg-16");
const QLatin1String kResnet("resnet-50");

struct ExtraMap
{
    int filters;
    int stride;
    int pad;
};

/// One feature map with its heads.
struct Feature
{
    int node = 0;
    QString name;
    const char *sizes;
    bool hasFiveRatios;
    double step; ///< negative: automatic
};

/// Sizes as Python 2 prints what mxnet-ssd computes (facts 2.1), and which maps have five ratios.
struct SizeRow
{
    const char *sizes;
    bool hasFiveRatios;
};
constexpr SizeRow kSixMaps[]{{"(0.1,0.141421)", false}, {"(0.2,0.272029)", true},   {"(0.37,0.44699)", true},
                             {"(0.54,0.619193)", true}, {"(0.71,0.790443)", false}, {"(0.88,0.961249)", false}};
constexpr SizeRow kSevenMaps[]{{"(0.07,0.10247)", false}, {"(0.15,0.212132)", true}, {"(0.3,0.367423)", true},
                               {"(0.45,0.519615)", true}, {"(0.6,0.67082)", true},   {"(0.75,0.821584)", false},
                               {"(0.9,0.972111)", false}};

QString stepText(double step)
{
    QString text = QString::number(step, 'g', QLocale::FloatingPointShortest);
    if (!text.contains(u'.') && !text.contains(u'e'))
        text += QStringLiteral(".0");
    return QStringLiteral("(%1, %1)").arg(text);
}

class SsdBuilder
{
public:
    explicit SsdBuilder(const SsdSymbolSpec &spec)
        : m_spec(spec)
    {
    }

    SymbolGraph build();

private:
    [[nodiscard]] QString filters(int count) const { return QString::number(count / m_spec.divisor); }
    void makeVggBody(int data);
    void makeResnetBody(int data);
    int residualUnit(int input, const QString &name, int width, int stride, bool hasShortcut);
    void makeExtraMaps(const std::vector<ExtraMap> &maps);
    void addFeature(int node, const QString &name);
    void setSteps();
    int predictions(const Feature &feature, bool isClasses, int number);
    SymbolGraph makeHeads();
    SymbolGraph makeLosses(int logits, int offsets, int anchors);
    int vggPool(int input, int group);

    SsdSymbolSpec m_spec;
    SymbolBuilder m_graph;
    std::vector<Feature> m_features;
    int m_last = 0; ///< what the next extra map stands on
    int m_sums = 0; ///< "_plus" so far
    bool m_isLarge = false;
};

void SsdBuilder::addFeature(int node, const QString &name)
{
    const size_t k = m_features.size();
    const SizeRow row = m_isLarge ? kSevenMaps[k] : kSixMaps[k];
    m_features.push_back({node, name, row.sizes, row.hasFiveRatios, -1});
}

/// The third rounds up, the fifth keeps the size (facts 2.3).
int SsdBuilder::vggPool(int input, int group)
{
    const QString name = QStringLiteral("pool%1").arg(group);
    const QString max = QStringLiteral("max");
    if (group == 3)
        return m_graph.node("Pooling", name,
                            {{"kernel", squareText(2)},
                             {"pool_type", max},
                             {"pooling_convention", QStringLiteral("full")},
                             {"stride", squareText(2)}},
                            {input});
    if (group == 5)
        return m_graph.node(
            "Pooling", name,
            {{"kernel", squareText(3)}, {"pad", squareText(1)}, {"pool_type", max}, {"stride", squareText(1)}},
            {input});
    return m_graph.node("Pooling", name, {{"kernel", squareText(2)}, {"pool_type", max}, {"stride", squareText(2)}},
                        {input});
}

void SsdBuilder::makeVggBody(int data)
{
    m_isLarge = m_spec.imageShape >= 448;
    const int scale = m_graph.variable(QStringLiteral("relu4_3_scale"),
                                       {{"__init__", QStringLiteral("[\"constant\", {\"value\": 20}]")},
                                        {"__shape__", QStringLiteral("(1, %1, 1, 1)").arg(filters(512))},
                                        {"__wd_mult__", QStringLiteral("0.1")}});
    const std::vector<std::pair<int, int>> groups{{2, 64}, {2, 128}, {3, 256}, {3, 512}, {3, 512}};
    int x = data;
    for (int group = 1; group <= 5; ++group) {
        const auto [depth, width] = groups[size_t(group) - 1];
        for (int k = 1; k <= depth; ++k) {
            const QString number = QStringLiteral("%1_%2").arg(group).arg(k);
            x = m_graph.convolution(
                x, QStringLiteral("conv") + number,
                {{"kernel", squareText(3)}, {"num_filter", filters(width)}, {"pad", squareText(1)}});
            x = m_graph.relu(x, QStringLiteral("relu") + number);
        }
        if (group == 4) {
            const int norm = m_graph.node("L2Normalization", QStringLiteral("relu4_3_norm"),
                                          {{"mode", QStringLiteral("channel")}}, {x});
            addFeature(m_graph.node("broadcast_mul", QStringLiteral("broadcast_mul0"), {}, {scale, norm}),
                       QStringLiteral("relu4_3"));
        }
        x = vggPool(x, group);
    }
    x = m_graph.convolution(
        x, QStringLiteral("fc6"),
        {{"dilate", squareText(6)}, {"kernel", squareText(3)}, {"num_filter", filters(1024)}, {"pad", squareText(6)}});
    x = m_graph.relu(x, QStringLiteral("relu6"));
    x = m_graph.convolution(x, QStringLiteral("fc7"),
                            {{"kernel", squareText(1)}, {"num_filter", filters(1024)}, {"pad", squareText(0)}});
    m_last = m_graph.relu(x, QStringLiteral("relu7"));
    addFeature(m_last, QStringLiteral("relu7"));
    if (m_isLarge)
        makeExtraMaps({{512, 2, 1}, {256, 2, 1}, {256, 2, 1}, {256, 2, 1}, {256, 1, 1}});
    else
        makeExtraMaps({{512, 2, 1}, {256, 2, 1}, {256, 1, 0}, {256, 1, 0}});
}

int SsdBuilder::residualUnit(int input, const QString &name, int width, int stride, bool hasShortcut)
{
    const QString no = QStringLiteral("True");
    const QString workspace = QStringLiteral("256");
    int shortcut = input;
    int x = input;
    for (int k = 1; k <= 3; ++k) {
        const QString number = QString::number(k);
        x = m_graph.relu(m_graph.batchNorm(x, name + QStringLiteral("_bn") + number, false),
                         name + QStringLiteral("_relu") + number);
        if (k == 1 && hasShortcut)
            shortcut = x;
        x = m_graph.convolutionWithoutBias(x, name + QStringLiteral("_conv") + number,
                                           {{"kernel", squareText(k == 2 ? 3 : 1)},
                                            {"no_bias", no},
                                            {"num_filter", filters(k == 3 ? width : width / 4)},
                                            {"pad", squareText(k == 2 ? 1 : 0)},
                                            {"stride", squareText(k == 2 ? stride : 1)},
                                            {"workspace", workspace}});
    }
    if (hasShortcut)
        shortcut = m_graph.convolutionWithoutBias(shortcut, name + QStringLiteral("_sc"),
                                                  {{"kernel", squareText(1)},
                                                   {"no_bias", no},
                                                   {"num_filter", filters(width)},
                                                   {"stride", squareText(stride)},
                                                   {"workspace", workspace}});
    return m_graph.node("elemwise_add", QStringLiteral("_plus%1").arg(m_sums++), {}, {x, shortcut});
}

void SsdBuilder::makeResnetBody(int data)
{
    int x = m_graph.node("_copy", QStringLiteral("id"), {}, {data});
    x = m_graph.batchNorm(x, QStringLiteral("bn_data"), true);
    x = m_graph.convolutionWithoutBias(x, QStringLiteral("conv0"),
                                       {{"kernel", squareText(7)},
                                        {"no_bias", QStringLiteral("True")},
                                        {"num_filter", filters(64)},
                                        {"pad", squareText(3)},
                                        {"stride", squareText(2)},
                                        {"workspace", QStringLiteral("256")}});
    x = m_graph.relu(m_graph.batchNorm(x, QStringLiteral("bn0"), false), QStringLiteral("relu0"));
    x = m_graph.node("Pooling", QStringLiteral("pooling0"),
                     {{"kernel", squareText(3)},
                      {"pad", squareText(1)},
                      {"pool_type", QStringLiteral("max")},
                      {"stride", squareText(2)}},
                     {x});
    const int units[]{3, 4, 6, 3};
    for (int stage = 1; stage <= 4; ++stage) {
        for (int unit = 1; unit <= units[stage - 1]; ++unit) {
            const int stride = unit == 1 && stage > 1 ? 2 : 1;
            x = residualUnit(x, QStringLiteral("stage%1_unit%2").arg(stage).arg(unit), 128 << stage, stride, unit == 1);
        }
        if (stage >= 3)
            addFeature(x, QStringLiteral("_plus%1").arg(m_sums - 1));
    }
    m_last = x;
    makeExtraMaps({{512, 2, 1}, {256, 2, 1}, {256, 2, 1}, {128, 2, 1}});
}

void SsdBuilder::makeExtraMaps(const std::vector<ExtraMap> &maps)
{
    for (const ExtraMap &map : maps) {
        const QString name = QStringLiteral("multi_feat_%1_conv_").arg(m_features.size());
        const QString narrow = name + QStringLiteral("1x1_");
        const QString wide = name + QStringLiteral("3x3_");
        int x = m_graph.convolutionFastBias(m_last, narrow + QStringLiteral("conv"),
                                            {{"kernel", squareText(1)},
                                             {"num_filter", filters(std::max(128, map.filters / 2))},
                                             {"pad", squareText(0)},
                                             {"stride", squareText(1)}});
        x = m_graph.relu(x, narrow + QStringLiteral("relu"));
        x = m_graph.convolutionFastBias(x, wide + QStringLiteral("conv"),
                                        {{"kernel", squareText(3)},
                                         {"num_filter", filters(map.filters)},
                                         {"pad", squareText(map.pad)},
                                         {"stride", squareText(map.stride)}});
        m_last = m_graph.relu(x, wide + QStringLiteral("relu"));
        addFeature(m_last, wide + QStringLiteral("relu"));
    }
}

/// The SSD paper's steps for its own two sizes (facts 2.2).
void SsdBuilder::setSteps()
{
    const std::vector<int> pixels =
        m_isLarge ? std::vector<int>{8, 16, 32, 64, 128, 256, 512} : std::vector<int>{8, 16, 32, 64, 100, 300};
    if (m_spec.baseNetwork != kVgg || m_spec.imageShape != pixels.back())
        return;
    for (size_t k = 0; k < m_features.size(); ++k)
        m_features[k].step = double(pixels[k]) / m_spec.imageShape;
}

/// A head's convolution, laid out flat. Numbers of transpose and flatten count in the order in which mxnet-ssd makes
/// them: boxes, then classes, then priors of each map.
int SsdBuilder::predictions(const Feature &feature, bool isClasses, int number)
{
    const int priors = feature.hasFiveRatios ? 6 : 4;
    const int width = isClasses ? m_spec.classes + 1 : 4;
    const QString name =
        feature.name + (isClasses ? QStringLiteral("_cls_pred_conv") : QStringLiteral("_loc_pred_conv"));
    int x = m_graph.convolutionFastBias(feature.node, name,
                                        {{"kernel", squareText(3)},
                                         {"num_filter", QString::number(priors * width)},
                                         {"pad", squareText(1)},
                                         {"stride", squareText(1)}});
    const int offset = isClasses ? 1 : 0;
    x = m_graph.node("transpose", QStringLiteral("transpose%1").arg(number * 2 + offset),
                     {{"axes", QStringLiteral("(0, 2, 3, 1)")}}, {x});
    return m_graph.node("Flatten", QStringLiteral("flatten%1").arg(number * 3 + 1 + offset), {}, {x});
}

SymbolGraph SsdBuilder::makeHeads()
{
    std::vector<int> classes;
    std::vector<int> boxes;
    std::vector<int> priors;
    for (int k = 0; k < int(m_features.size()); ++k) {
        const Feature &feature = m_features[size_t(k)];
        boxes.push_back(predictions(feature, false, k));
        classes.push_back(predictions(feature, true, k));
        const int prior = m_graph.node("_contrib_MultiBoxPrior", feature.name + QStringLiteral("_anchors"),
                                       {{"clip", QStringLiteral("False")},
                                        {"ratios", feature.hasFiveRatios ? QStringLiteral("(1,2,0.5,3,0.333333333333)")
                                                                         : QStringLiteral("(1,2,0.5)")},
                                        {"sizes", QString::fromLatin1(feature.sizes)},
                                        {"steps", stepText(feature.step)}},
                                       {feature.node});
        priors.push_back(m_graph.node("Flatten", QStringLiteral("flatten%1").arg(k * 3 + 3), {}, {prior}));
    }
    const QString count = QString::number(m_features.size());
    const QString one = QStringLiteral("1");
    const int joined = m_graph.node("Concat", QStringLiteral("concat0"), {{"dim", one}, {"num_args", count}}, classes);
    const int rows = m_graph.node("Reshape", QStringLiteral("reshape0"),
                                  {{"shape", QStringLiteral("(0, -1, %1)").arg(m_spec.classes + 1)}}, {joined});
    const int logits =
        m_graph.node("transpose", QStringLiteral("multibox_cls_pred"), {{"axes", QStringLiteral("(0, 2, 1)")}}, {rows});
    const int offsets =
        m_graph.node("Concat", QStringLiteral("multibox_loc_pred"), {{"dim", one}, {"num_args", count}}, boxes);
    const int flat = m_graph.node("Concat", QStringLiteral("concat1"), {{"dim", one}, {"num_args", count}}, priors);
    const int anchors =
        m_graph.node("Reshape", QStringLiteral("multibox_anchors"), {{"shape", QStringLiteral("(0, -1, 4)")}}, {flat});
    return makeLosses(logits, offsets, anchors);
}

/// What training needs behind the predictions, and the detections themselves (facts 2.6).
SymbolGraph SsdBuilder::makeLosses(int logits, int offsets, int anchors)
{
    const QString variances = QStringLiteral("(0.1, 0.1, 0.2, 0.2)");
    const int label = m_graph.variable(QStringLiteral("label"));
    const int target = m_graph.node("_contrib_MultiBoxTarget", QStringLiteral("multibox_target"),
                                    {{"ignore_label", QStringLiteral("-1")},
                                     {"minimum_negative_samples", QStringLiteral("0")},
                                     {"negative_mining_ratio", QStringLiteral("3")},
                                     {"negative_mining_thresh", QStringLiteral("0.5")},
                                     {"overlap_threshold", QStringLiteral("0.5")},
                                     {"variances", variances}},
                                    {anchors, label, logits});
    const QString yes = QStringLiteral("True");
    const int probabilities = m_graph.nodeOn("SoftmaxOutput", QStringLiteral("cls_prob"),
                                             {{"grad_scale", QStringLiteral("1.0")},
                                              {"ignore_label", QStringLiteral("-1")},
                                              {"multi_output", yes},
                                              {"normalization", QStringLiteral("valid")},
                                              {"use_ignore", yes}},
                                             {{logits, 0, 0}, {target, 2, 0}});
    const int difference = m_graph.node("elemwise_sub", QStringLiteral("_minus0"), {}, {offsets, target});
    const int masked =
        m_graph.nodeOn("elemwise_mul", QStringLiteral("_mul0"), {}, {{target, 1, 0}, {difference, 0, 0}});
    const int smooth =
        m_graph.node("smooth_l1", QStringLiteral("loc_loss_"), {{"scalar", QStringLiteral("1.0")}}, {masked});
    const int boxLoss =
        m_graph.node("MakeLoss", QStringLiteral("loc_loss"),
                     {{"grad_scale", QStringLiteral("1.0")}, {"normalization", QStringLiteral("valid")}}, {smooth});
    const QString zero = QStringLiteral("0");
    const int classLabel =
        m_graph.nodeOn("MakeLoss", QStringLiteral("cls_label"), {{"grad_scale", zero}}, {{target, 2, 0}});
    const int detection = m_graph.node("_contrib_MultiBoxDetection", QStringLiteral("detection"),
                                       {{"force_suppress", QStringLiteral("False")},
                                        {"nms_threshold", m_spec.nmsThreshold},
                                        {"nms_topk", m_spec.nmsTopk},
                                        {"variances", variances}},
                                       {probabilities, offsets, anchors});
    const int detOut = m_graph.node("MakeLoss", QStringLiteral("det_out"), {{"grad_scale", zero}}, {detection});
    return m_graph.take({probabilities, boxLoss, classLabel, detOut});
}

SymbolGraph SsdBuilder::build()
{
    const int data = m_graph.variable(QStringLiteral("data"));
    if (m_spec.baseNetwork == kVgg)
        makeVggBody(data);
    else
        makeResnetBody(data);
    setSteps();
    return makeHeads();
}

} // namespace

bool hasSsdSymbol(const QString &baseNetwork)
{
    return baseNetwork == kVgg || baseNetwork == kResnet;
}

SymbolGraph ssdTrainingSymbol(const SsdSymbolSpec &spec)
{
    return SsdBuilder(spec).build();
}

} // namespace boxwright
