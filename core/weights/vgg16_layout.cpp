// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weights/vgg16_layout.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>
#include <cstring>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Vgg16Layout)
};

constexpr qint64 kOutputStep = 4;
constexpr qint64 kCellStep = 3;
constexpr qint64 kSide = 7; ///< of the map that the first fully connected layer reads
constexpr qint64 kReducedSide = 3;

/// torchvision's number of each convolution, in MXNet's order.
QHash<QString, QString> convolutionNames()
{
    constexpr std::array<int, 13> kNumbers{0, 2, 5, 7, 10, 12, 14, 17, 19, 21, 24, 26, 28};
    constexpr std::array<int, 5> kDepths{2, 2, 3, 3, 3};
    QHash<QString, QString> names;
    size_t next = 0;
    for (size_t group = 0; group < kDepths.size(); ++group) {
        for (int k = 1; k <= kDepths[group]; ++k) {
            const QString from = QStringLiteral("features.%1.").arg(kNumbers[next++]);
            const QString to = QStringLiteral("conv%1_%2_").arg(group + 1).arg(k);
            for (const QString &part : {QStringLiteral("weight"), QStringLiteral("bias")})
                names.insert(from + part, to + part);
        }
    }
    return names;
}

/// Takes elements of an array one after the other into a new one.
class Picker
{
public:
    Picker(const TensorView &from, qint64 count)
        : m_from(from)
        , m_size(elementSize(from.type))
    {
        m_picked.reserve(count * m_size);
    }
    void take(qint64 index) { m_picked.append(m_from.bytes.sliced(index * m_size, m_size)); }
    [[nodiscard]] const QByteArray &picked() const { return m_picked; }

private:
    const TensorView &m_from;
    qint64 m_size;
    QByteArray m_picked;
};

void add(WeightArrays &arrays, const TensorView &view, const QByteArray &bytes)
{
    arrays.made.push_back(bytes);
    TensorView made = view;
    made.bytes = arrays.made.constLast();
    arrays.tensors.push_back(made);
}

qint64 stepped(qint64 count)
{
    return (count + kOutputStep - 1) / kOutputStep;
}

void addBias(WeightArrays &arrays, const QString &name, const TensorView &bias)
{
    const qint64 outputs = bias.shape[0];
    Picker picker(bias, stepped(outputs));
    for (qint64 output = 0; output < outputs; output += kOutputStep)
        picker.take(output);
    add(arrays, {name, bias.type, {stepped(outputs)}, {}}, picker.picked());
}

/// (outputs, channels * 7 * 7) to (outputs / 4, channels, 3, 3).
void addFc6(WeightArrays &arrays, const TensorView &weight)
{
    const qint64 outputs = weight.shape[0];
    const qint64 channels = weight.shape[1] / (kSide * kSide);
    Picker picker(weight, stepped(outputs) * channels * kReducedSide * kReducedSide);
    for (qint64 output = 0; output < outputs; output += kOutputStep)
        for (qint64 channel = 0; channel < channels; ++channel)
            for (qint64 row = 0; row < kSide; row += kCellStep)
                for (qint64 column = 0; column < kSide; column += kCellStep)
                    picker.take(((output * channels + channel) * kSide + row) * kSide + column);
    add(arrays,
        {QStringLiteral("fc6_weight"), weight.type, {stepped(outputs), channels, kReducedSide, kReducedSide}, {}},
        picker.picked());
}

/// (outputs, inputs) to (outputs / 4, inputs / 4, 1, 1).
void addFc7(WeightArrays &arrays, const TensorView &weight)
{
    const qint64 outputs = weight.shape[0];
    const qint64 inputs = weight.shape[1];
    Picker picker(weight, stepped(outputs) * stepped(inputs));
    for (qint64 output = 0; output < outputs; output += kOutputStep)
        for (qint64 input = 0; input < inputs; input += kOutputStep)
            picker.take(output * inputs + input);
    add(arrays, {QStringLiteral("fc7_weight"), weight.type, {stepped(outputs), stepped(inputs), 1, 1}, {}},
        picker.picked());
}

/// False where it is none of the fully connected layers.
Result<bool> addReduced(WeightArrays &arrays, const TensorView &view)
{
    const bool isFc6 = view.name.startsWith(QLatin1String("classifier.0."));
    const bool isFc7 = view.name.startsWith(QLatin1String("classifier.3."));
    if (!isFc6 && !isFc7)
        return false;
    const bool isBias = view.name.endsWith(QLatin1String(".bias"));
    const size_t dimensions = isBias ? 1 : 2;
    if (view.shape.size() != dimensions || (isFc6 && !isBias && view.shape[1] % (kSide * kSide) != 0))
        return failure(Text::tr("\"%1\" has the shape %2, which vgg-16 has not").arg(view.name, shapeText(view.shape)));
    if (isBias)
        addBias(arrays, isFc6 ? QStringLiteral("fc6_bias") : QStringLiteral("fc7_bias"), view);
    else if (isFc6)
        addFc6(arrays, view);
    else
        addFc7(arrays, view);
    return true;
}

} // namespace

Vgg16Source vgg16Source(const WeightArrays &arrays)
{
    const auto has = [&](QLatin1String start) {
        return std::any_of(arrays.tensors.begin(), arrays.tensors.end(),
                           [&](const TensorView &view) { return view.name.startsWith(start); });
    };
    if (!has(QLatin1String("features.0.")))
        return Vgg16Source::Unknown;
    return has(QLatin1String("classifier.0.")) ? Vgg16Source::Torchvision : Vgg16Source::Features;
}

Result<WeightArrays> reducedVgg16(const WeightArrays &arrays)
{
    const QHash<QString, QString> names = convolutionNames();
    WeightArrays reduced;
    reduced.made = arrays.made; // which views of `arrays` may lie in
    for (const TensorView &view : arrays.tensors) {
        const Result<bool> isReduced = addReduced(reduced, view);
        if (!isReduced)
            return failure(isReduced.error());
        if (*isReduced)
            continue;
        TensorView renamed = view;
        renamed.name = names.value(view.name, view.name);
        reduced.tensors.push_back(renamed);
    }
    return reduced;
}

} // namespace boxwright
