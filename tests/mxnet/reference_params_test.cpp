// SPDX-License-Identifier: GPL-3.0-or-later
// Parameter files that MXNet wrote, with what MXNet says of them: the cases of every expected.json with "files" or
// "parameters" below BOXWRIGHT_REFERENCE, and every other parameter file there.
#include "core/base/file_io.h"
#include "core/mxnet/params_file.h"
#include "core/mxnet/params_writer.h"

#include <QBuffer>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QFloat16>
#include <QTest>
#include <QtEndian>

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstring>

using namespace boxwright;

namespace {

using Json = nlohmann::json;

QString referenceFolder()
{
    const QString standard = qEnvironmentVariable("BOXWRIGHT_SOURCE") + QStringLiteral("/../shared/reference");
    return qEnvironmentVariable("BOXWRIGHT_REFERENCE", standard);
}

QStringList filesBelow(const QStringList &patterns)
{
    QStringList paths;
    QDirIterator files(referenceFolder(), patterns, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        paths << files.next();
    paths.sort();
    return paths;
}

const QStringList &expectations()
{
    static const QStringList paths = filesBelow({QStringLiteral("expected.json")});
    return paths;
}

Json readJson(const QString &path)
{
    const Result<QByteArray> text = readFile(path);
    return text ? Json::parse(text->begin(), text->end()) : Json();
}

QString text(const Json &value)
{
    return QString::fromStdString(value.get<std::string>());
}

QString relative(const QString &path)
{
    return QDir(referenceFolder()).relativeFilePath(path);
}

QString messageOf(const Result<ParamsFile> &file)
{
    return file ? QString() : file.error().message;
}

QByteArray typeName(TensorType type)
{
    static const QList<QByteArray> names{"float32", "float64", "float16", "uint8",  "int32",  "int8",    "int64",
                                         "bool",    "int16",   "uint16",  "uint32", "uint64", "bfloat16"};
    return names.at(static_cast<int>(type));
}

template<class Number>
double elementAs(const TensorView &tensor, qint64 at)
{
    Number value{};
    std::memcpy(&value, tensor.bytes.data() + at * qint64(sizeof value), sizeof value);
    return static_cast<double>(value);
}

double elementAt(const TensorView &tensor, qint64 at)
{
    switch (tensor.type) {
    case TensorType::Float32:
        return elementAs<float>(tensor, at);
    case TensorType::Float64:
        return elementAs<double>(tensor, at);
    case TensorType::Float16:
        return static_cast<double>(elementAs<qfloat16>(tensor, at));
    case TensorType::UInt8:
    case TensorType::Bool:
        return elementAs<quint8>(tensor, at);
    case TensorType::Int32:
        return elementAs<qint32>(tensor, at);
    case TensorType::Int8:
        return elementAs<qint8>(tensor, at);
    case TensorType::Int64:
        return elementAs<qint64>(tensor, at);
    default:
        return std::numeric_limits<double>::quiet_NaN();
    }
}

/// As the type of the tensor holds what JSON says: "nan", "inf", 9 digits of a float32.
double expectedElement(const TensorView &tensor, const Json &value)
{
    if (value.is_string())
        return QString::fromStdString(value.get<std::string>()).toDouble();
    const double number = value.is_boolean() ? double(value.get<bool>()) : value.get<double>();
    if (tensor.type == TensorType::Float32)
        return static_cast<double>(static_cast<float>(number));
    return tensor.type == TensorType::Float16 ? static_cast<double>(qfloat16(static_cast<float>(number))) : number;
}

bool isSame(double a, double b)
{
    return (std::isnan(a) && std::isnan(b)) || (a == b && std::signbit(a) == std::signbit(b));
}

void compareTensor(const TensorView &tensor, const Json &expected)
{
    if (expected.contains("name"))
        QCOMPARE(tensor.name, text(expected["name"]));
    QCOMPARE(tensor.shape, expected["shape"].get<std::vector<qint64>>());
    QCOMPARE(typeName(tensor.type), QByteArray::fromStdString(expected["dtype"].get<std::string>()));
    const Json &data = expected.contains("dense") ? expected["dense"] : expected["data"];
    QCOMPARE(tensor.bytes.size(), qsizetype(data.size()) * elementSize(tensor.type));
    for (size_t i = 0; i < data.size(); ++i) {
        const double value = elementAt(tensor, qint64(i));
        QVERIFY2(isSame(value, expectedElement(tensor, data[i])), qPrintable(tensor.name));
    }
}

/// Sums are float64 over the float32 values; the order of summing is not told.
void compareChecksum(const TensorView &tensor, const Json &expected)
{
    QCOMPARE(tensor.shape, expected["shape"].get<std::vector<qint64>>());
    QCOMPARE(tensor.type, TensorType::Float32);
    double sum = 0, sumAbs = 0, squares = 0, least = INFINITY, most = -INFINITY;
    const qint64 count = tensor.bytes.size() / 4;
    for (qint64 i = 0; i < count; ++i) {
        const double value = elementAt(tensor, i);
        sum += value;
        sumAbs += std::abs(value);
        squares += value * value;
        least = std::min(least, value);
        most = std::max(most, value);
    }
    const double tolerance = 1e-9 * std::max(1e-30, expected["sum_abs"].get<double>());
    QVERIFY2(std::abs(sum - expected["sum"].get<double>()) <= tolerance, qPrintable(tensor.name));
    QVERIFY2(std::abs(sumAbs - expected["sum_abs"].get<double>()) <= tolerance, qPrintable(tensor.name));
    QVERIFY2(std::abs(std::sqrt(squares) - expected["l2"].get<double>()) <= tolerance, qPrintable(tensor.name));
    QVERIFY(isSame(least, expectedElement(tensor, expected["min"])));
    QVERIFY(isSame(most, expectedElement(tensor, expected["max"])));
    for (size_t i = 0; i < expected["index"].size(); ++i) {
        const double value = elementAt(tensor, expected["index"][i].get<qint64>());
        QVERIFY2(isSame(value, expectedElement(tensor, expected["value"][i])), qPrintable(tensor.name));
    }
}

QByteArray written(const ParamsFile &file)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return writeParams(buffer, file.tensors(), QStringLiteral("copy.params")) ? bytes : QByteArray();
}

bool isDenseV2(const Json &file)
{
    const Json &arrays = file["arrays"];
    return file["first_array_word"] == "0xf993fac9" &&
           std::all_of(arrays.begin(), arrays.end(), [](const Json &array) { return array["storage"] == "default"; });
}

} // namespace

class ReferenceParamsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyArrayIsWhatMxnetSays_data();
    void everyArrayIsWhatMxnetSays();
    void whatMxnetRefusesIsRefused_data();
    void whatMxnetRefusesIsRefused();
    void everyParameterOfAnArtifactIsThere_data();
    void everyParameterOfAnArtifactIsThere();
    void everyFileIsReadAndWritten_data();
    void everyFileIsReadAndWritten();
    void theLegacyFileOfMxnetsOwnTestHoldsRanges();
    void noDamageCrashes_data();
    void noDamageCrashes();
};

void ReferenceParamsTest::initTestCase()
{
    if (!QFileInfo::exists(referenceFolder()))
        QSKIP("the reference folder ../shared/reference is absent");
}

void ReferenceParamsTest::everyArrayIsWhatMxnetSays_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("expected");
    for (const QString &path : expectations()) {
        const Json files = readJson(path).value("files", Json::object());
        for (const auto &[name, file] : files.items()) {
            const QString params = QFileInfo(path).dir().filePath(text(file["file"]));
            QTest::newRow(qPrintable(relative(params))) << params << QByteArray::fromStdString(file.dump());
        }
    }
}

void ReferenceParamsTest::everyArrayIsWhatMxnetSays()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, expected);
    const Json json = Json::parse(expected.begin(), expected.end());
    const Result<ParamsFile> file = ParamsFile::open(path);
    QVERIFY2(file.has_value(), qPrintable(messageOf(file)));
    QCOMPARE(file->tensors().size(), json["arrays"].size());
    for (size_t i = 0; i < json["arrays"].size(); ++i) {
        compareTensor(file->tensors()[i], json["arrays"][i]);
        if (json["kind"] == "named")
            QCOMPARE(file->find(file->tensors()[i].name), &file->tensors()[i]);
    }
    if (isDenseV2(json))
        QCOMPARE(written(*file).toHex(), readFile(path)->toHex());
}

void ReferenceParamsTest::whatMxnetRefusesIsRefused_data()
{
    QTest::addColumn<QString>("path");
    for (const QString &path : expectations()) {
        const Json json = readJson(path);
        QStringList good;
        const Json files = json.value("files", Json::object());
        const Json errors = json.value("errors", Json::object());
        for (const auto &[name, file] : files.items())
            good << text(file["file"]);
        if (good.isEmpty())
            continue;
        for (const auto &[name, error] : errors.items()) {
            const QString params = QFileInfo(path).dir().filePath(text(error["file"]));
            // V3 files are refused by an MXNet without NumPy shapes only.
            if (!good.contains(text(error["file"])))
                QTest::newRow(qPrintable(relative(params))) << params;
        }
    }
}

void ReferenceParamsTest::whatMxnetRefusesIsRefused()
{
    QFETCH(QString, path);
    QVERIFY(QFileInfo::exists(path));
    const Result<ParamsFile> file = ParamsFile::open(path);
    QVERIFY(!file.has_value());
    QVERIFY2(messageOf(file).contains(QFileInfo(path).fileName()), qPrintable(messageOf(file)));
}

void ReferenceParamsTest::everyParameterOfAnArtifactIsThere_data()
{
    QTest::addColumn<QString>("path");
    for (const QString &path : expectations()) {
        if (QFileInfo(path).dir().exists(QStringLiteral("model")) && readJson(path).contains("parameters"))
            QTest::newRow(qPrintable(relative(path))) << path;
    }
}

void ReferenceParamsTest::everyParameterOfAnArtifactIsThere()
{
    QFETCH(QString, path);
    const Json parameters = readJson(path)["parameters"];
    const QDir model(QFileInfo(path).dir().filePath(QStringLiteral("model")));
    const QStringList names = model.entryList({QStringLiteral("*.params")}, QDir::Files);
    QCOMPARE(names.size(), 1);
    const Result<ParamsFile> file = ParamsFile::open(model.filePath(names[0]));
    QVERIFY2(file.has_value(), qPrintable(messageOf(file)));
    QCOMPARE(file->tensors().size(), parameters.size());
    for (const auto &[name, checksum] : parameters.items()) {
        const TensorView *tensor = file->find(QString::fromStdString(name));
        QVERIFY2(tensor, name.c_str());
        compareChecksum(*tensor, checksum);
    }
    QVERIFY(written(*file) == *readFile(model.filePath(names[0])));
}

void ReferenceParamsTest::everyFileIsReadAndWritten_data()
{
    QTest::addColumn<QString>("path");
    for (const QString &path : filesBelow({QStringLiteral("*.params"), QStringLiteral("*.v0")})) {
        if (!QFileInfo(path).dir().exists(QStringLiteral("expected.json")))
            QTest::newRow(qPrintable(relative(path))) << path;
    }
}

void ReferenceParamsTest::everyFileIsReadAndWritten()
{
    QFETCH(QString, path);
    const Result<ParamsFile> file = ParamsFile::open(path);
    QVERIFY2(file.has_value(), qPrintable(messageOf(file)));
    QVERIFY(!file->tensors().empty());
    const Result<ParamsFile> again = ParamsFile::fromBytes(written(*file), QStringLiteral("again"));
    QVERIFY2(again.has_value(), qPrintable(messageOf(again)));
    QCOMPARE(again->tensors().size(), file->tensors().size());
    for (size_t i = 0; i < file->tensors().size(); ++i) {
        const TensorView &tensor = file->tensors()[i];
        QCOMPARE(tensor.bytes.size(), *elementCount(tensor.shape) * elementSize(tensor.type));
        QCOMPARE(again->tensors()[i].name, tensor.name);
        QCOMPARE(again->tensors()[i].type, tensor.type);
        QCOMPARE(again->tensors()[i].shape, tensor.shape);
        QVERIFY(again->tensors()[i].bytes == tensor.bytes);
    }
}

void ReferenceParamsTest::theLegacyFileOfMxnetsOwnTestHoldsRanges()
{
    // MXNet tests/python/unittest/test_ndarray.py, test_ndarray_legacy_load: six times arange(128).
    const QStringList paths = filesBelow({QStringLiteral("legacy_ndarray.v0")});
    if (paths.isEmpty())
        QSKIP("legacy_ndarray.v0 is absent");
    const Result<ParamsFile> file = ParamsFile::open(paths.first());
    QVERIFY2(file.has_value(), qPrintable(messageOf(file)));
    QCOMPARE(file->tensors().size(), size_t{6});
    for (const TensorView &tensor : file->tensors()) {
        QCOMPARE(tensor.shape, std::vector<qint64>{128});
        for (int i = 0; i < 128; ++i)
            QCOMPARE(elementAt(tensor, i), double(i));
    }
}

void ReferenceParamsTest::noDamageCrashes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const QString &path : filesBelow({QStringLiteral("*.params")})) {
        if (QFileInfo(path).size() < 4096)
            QTest::newRow(qPrintable(relative(path))) << *readFile(path);
    }
}

void ReferenceParamsTest::noDamageCrashes()
{
    QFETCH(QByteArray, bytes);
    const bool isGood = ParamsFile::fromBytes(bytes, QStringLiteral("whole")).has_value();
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        const bool isRead = ParamsFile::fromBytes(bytes.left(size), QStringLiteral("cut")).has_value();
        QVERIFY2(!isRead || !isGood, qPrintable(QString::number(size)));
    }
    for (qsizetype at = 0; at < bytes.size() * 8; at += 7) { // every bit of a byte, in turn
        QByteArray flipped = bytes;
        flipped[at / 8] = char(flipped[at / 8] ^ (1 << at % 8));
        const Result<ParamsFile> file = ParamsFile::fromBytes(flipped, QStringLiteral("flipped"));
        QVERIFY(file || messageOf(file).contains(QLatin1String("flipped")));
    }
}

QTEST_GUILESS_MAIN(ReferenceParamsTest)
#include "reference_params_test.moc"
