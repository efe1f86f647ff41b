// SPDX-License-Identifier: GPL-3.0-or-later
// The same network as MXNet's .params and as torch's .pth: every folder below BOXWRIGHT_REFERENCE that has one of each.
// Where the .pth has a batch norm behind a convolution (NAME.weight and NAME_bn.weight), the .params has it folded in.
#include "core/mxnet/params_file.h"
#include "core/weights/torch_file.h"
#include "tests/support/weight_files.h"

#include <QDirIterator>
#include <QTest>

#include <cmath>
#include <map>

using namespace boxwright;

namespace {

constexpr double kTolerance = 1e-6;

QString referenceFolder()
{
    const QString standard = qEnvironmentVariable("BOXWRIGHT_SOURCE") + QStringLiteral("/../shared/reference");
    return qEnvironmentVariable("BOXWRIGHT_REFERENCE", standard);
}

using Arrays = std::map<QString, TensorView>;

Arrays byName(const std::vector<TensorView> &tensors)
{
    Arrays arrays;
    for (const TensorView &view : tensors)
        arrays[view.name] = view;
    return arrays;
}

struct Convolution
{
    std::vector<qint64> shape;
    std::vector<double> weight;
    std::vector<double> bias;
};

/// With its batch norm, where it has one, folded in.
Convolution convolutionOf(const Arrays &arrays, const QString &name, double epsilon)
{
    const TensorView &view = arrays.at(name + QStringLiteral(".weight"));
    Convolution result{view.shape, numbersOf(view), std::vector<double>(size_t(view.shape[0]), 0)};
    const auto numbers = [&](const char *part) { return numbersOf(arrays.at(name + QLatin1String(part))); };
    if (arrays.contains(name + QStringLiteral(".bias")))
        result.bias = numbers(".bias");
    if (!arrays.contains(name + QStringLiteral("_bn.weight")))
        return result;
    const auto gamma = numbers("_bn.weight");
    const auto beta = numbers("_bn.bias");
    const auto mean = numbers("_bn.running_mean");
    const auto variance = numbers("_bn.running_var");
    const size_t each = result.weight.size() / result.bias.size();
    for (size_t i = 0; i < result.weight.size(); ++i)
        result.weight[i] *= gamma[i / each] / std::sqrt(variance[i / each] + epsilon);
    for (size_t i = 0; i < result.bias.size(); ++i)
        result.bias[i] = beta[i] + (result.bias[i] - mean[i]) * gamma[i] / std::sqrt(variance[i] + epsilon);
    return result;
}

bool isNear(const std::vector<double> &a, const std::vector<double> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](double x, double y) { return std::abs(x - y) <= kTolerance; });
}

/// Names differ between the two; numbers do not.
bool isAmong(const Convolution &wanted, const Arrays &params)
{
    return std::any_of(params.begin(), params.end(), [&](const auto &entry) {
        const QString &name = entry.first;
        if (entry.second.shape != wanted.shape || !name.endsWith(QLatin1String("weight")))
            return false;
        const auto bias = params.find(name.chopped(6) + QStringLiteral("bias"));
        return bias != params.end() && isNear(numbersOf(bias->second), wanted.bias) &&
               isNear(numbersOf(entry.second), wanted.weight);
    });
}

} // namespace

class ReferenceParamsAndPthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothHoldTheSameNumbers_data();
    void bothHoldTheSameNumbers();
};

void ReferenceParamsAndPthTest::bothHoldTheSameNumbers_data()
{
    QTest::addColumn<QString>("params");
    QTest::addColumn<QString>("pth");
    QDirIterator files(referenceFolder(), {QStringLiteral("*.pth")}, QDir::Files, QDirIterator::Subdirectories);
    int pairs = 0;
    while (files.hasNext()) {
        const QString pth = files.next();
        const QString params = pth.chopped(4) + QStringLiteral(".params");
        if (!QFile::exists(params))
            continue;
        QTest::newRow(qPrintable(QDir(referenceFolder()).relativeFilePath(pth))) << params << pth;
        ++pairs;
    }
    if (pairs == 0)
        QTest::newRow("none") << QString() << QString();
}

void ReferenceParamsAndPthTest::bothHoldTheSameNumbers()
{
    QFETCH(QString, params);
    QFETCH(QString, pth);
    if (params.isEmpty())
        QSKIP(qPrintable(QStringLiteral("no pair of .params and .pth below %1").arg(referenceFolder())));
    const auto mxnet = ParamsFile::open(params);
    QVERIFY2(mxnet, qPrintable(mxnet ? QString() : mxnet.error().message));
    QFile file(pth);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    const auto torch = readTorchFile(bytes);
    QVERIFY2(torch, qPrintable(torch ? QString() : torch.error().message));
    const Arrays ours = byName(torch->tensors);
    const Arrays theirs = byName(mxnet->tensors());
    int most = 0;
    int all = 0;
    for (const double epsilon : {1e-3, 1e-5}) { // the .pth does not say it in its tensors
        int found = 0;
        all = 0;
        for (const auto &[name, view] : ours) {
            if (view.shape.size() != 4 || !name.endsWith(QLatin1String(".weight")))
                continue;
            ++all;
            found += isAmong(convolutionOf(ours, name.chopped(7), epsilon), theirs) ? 1 : 0;
        }
        most = std::max(most, found);
    }
    QVERIFY(all > 0);
    QCOMPARE(most, all);
    qInfo("%d convolutions agree to %g", most, kTolerance);
}

QTEST_APPLESS_MAIN(ReferenceParamsAndPthTest)
#include "reference_params_and_pth_test.moc"
