// SPDX-License-Identifier: GPL-3.0-or-later
// Readers that are not ours agree with what we write: Python's json, csv, xml.etree, struct and PIL.
#include "core/formats/export_dataset.h"
#include "core/formats/format_registry.h"
#include "tests/support/format_doubles.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace boxwright;

namespace {

/// Prints {image name: [[class, left, top, right, bottom], ...]} of an export, and checks every copied image.
const char *kScript = R"PY(
import csv, glob, io, json, os, struct, sys
import xml.etree.ElementTree as tree
from PIL import Image
kind, root = sys.argv[1:3]
found = {}
def add(name, boxes):
    found[os.path.splitext(name.replace('\\', '/').split('/')[-1])[0]] = boxes
def size(stem):
    for path in glob.glob(os.path.join(root, '**', stem + '.*'), recursive=True):
        if path.endswith(('.jpg', '.png')):
            return Image.open(path).size
if kind == 'coco':
    for path in glob.glob(root + '/annotations/*.json'):
        data = json.load(open(path, encoding='utf8'))
        names = {c['id']: c['name'] for c in data['categories']}
        for image in data['images']:
            assert Image.open(os.path.join(root, 'images', image['file_name'])).size == (image['width'], image['height'])
            own = [a for a in data['annotations'] if a['image_id'] == image['id']]
            assert len({a['id'] for a in data['annotations']}) == len(data['annotations'])
            add(image['file_name'], [[names[a['category_id']], a['bbox'][0], a['bbox'][1], a['bbox'][0] + a['bbox'][2],
                                      a['bbox'][1] + a['bbox'][3]] for a in own])
elif kind == 'voc':
    listed = [l.strip() for p in glob.glob(root + '/ImageSets/Main/*.txt') for l in open(p, encoding='utf8')]
    for path in glob.glob(root + '/Annotations/**/*.xml', recursive=True):
        xml = tree.parse(path).getroot()
        stem = os.path.relpath(path, root + '/Annotations')[:-4]
        assert stem in listed, stem
        image = Image.open(glob.glob(root + '/JPEGImages/' + stem + '.*')[0])
        assert image.size == (int(xml.find('size/width').text), int(xml.find('size/height').text))
        add(xml.find('filename').text, [[o.find('name').text, float(o.find('bndbox/xmin').text) - 1,
             float(o.find('bndbox/ymin').text) - 1, float(o.find('bndbox/xmax').text), float(o.find('bndbox/ymax').text)]
             for o in xml.findall('object')])
elif kind == 'yolo':
    names = [l.rstrip('\n') for l in open(root + '/obj.names', encoding='utf8')]
    for part in ('train', 'val', 'test'):
        if not os.path.exists(root + '/' + part + '.txt'):
            continue
        for line in open(root + '/' + part + '.txt', encoding='utf8'):
            path = os.path.join(root, line.strip())
            width, height = Image.open(path).size
            labels = os.path.splitext(path.replace('/images/', '/labels/'))[0] + '.txt'
            boxes = []
            for label in open(labels) if os.path.exists(labels) else []:
                c, x, y, w, h = label.split()
                x, y, w, h = float(x) * width, float(y) * height, float(w) * width, float(h) * height
                boxes.append([names[int(c)], x - w / 2, y - h / 2, x + w / 2, y + h / 2])
            add(path, boxes)
elif kind == 'createml':
    for path in glob.glob(root + '/**/_annotations.createml.json', recursive=True):
        for entry in json.load(open(path, encoding='utf8')):
            Image.open(os.path.join(os.path.dirname(path), entry['image'])).load()
            boxes = [(a['label'], a['coordinates']) for a in entry['annotations']]
            add(entry['image'], [[n, b['x'] - b['width'] / 2, b['y'] - b['height'] / 2, b['x'] + b['width'] / 2,
                                  b['y'] + b['height'] / 2] for n, b in boxes])
elif kind == 'labelme':
    for path in glob.glob(root + '/**/*.json', recursive=True):
        data = json.load(open(path, encoding='utf8'))
        image = Image.open(os.path.join(os.path.dirname(path), data['imagePath']))
        assert image.size == (data['imageWidth'], data['imageHeight'])
        add(data['imagePath'], [[s['label']] + s['points'][0] + s['points'][1] for s in data['shapes']])
elif kind == 'augmented-manifest':
    for path in glob.glob(root + '/*.manifest'):
        for line in open(path, encoding='utf8'):
            data = json.loads(line)
            boxes, names = data['boxes'], data['boxes-metadata']['class-map']
            assert Image.open(os.path.join(root, data['source-ref'])).size == (
                boxes['image_size'][0]['width'], boxes['image_size'][0]['height'])
            add(data['source-ref'], [[names[str(a['class_id'])], a['left'], a['top'], a['left'] + a['width'],
                                      a['top'] + a['height']] for a in boxes['annotations']])
elif kind == 'sagemaker-json':
    for path in glob.glob(root + '/*_annotation/**/*.json', recursive=True):
        data = json.load(open(path, encoding='utf8'))
        names = {c['class_id']: c['name'] for c in data['categories']}
        channel = os.path.relpath(path, root).split('/')[0].replace('_annotation', '')
        Image.open(os.path.join(root, channel, data['file'])).load()
        add(data['file'], [[names[a['class_id']], a['left'], a['top'], a['left'] + a['width'], a['top'] + a['height']]
                           for a in data['annotations']])
elif kind == 'x-anylabeling':
    for path in glob.glob(root + '/**/*.json', recursive=True):
        data = json.load(open(path, encoding='utf8'))
        image = Image.open(os.path.join(os.path.dirname(path), data['imagePath']))
        assert image.size == (data['imageWidth'], data['imageHeight'])
        assert all(len(s['points']) == 4 and s['score'] is None for s in data['shapes'])
        add(data['imagePath'], [[s['label']] + s['points'][0] + s['points'][2] for s in data['shapes']])
elif kind == 'vott':
    for path in glob.glob(root + '/*-export.json'):
        data = json.load(open(path, encoding='utf8'))
        tags = [t['name'] for t in data['tags']]
        for key, entry in data['assets'].items():
            asset = entry['asset']
            assert key == asset['id']
            assert Image.open(os.path.join(root, asset['path'])).size == (asset['size']['width'], asset['size']['height'])
            boxes = [(r['tags'], r['boundingBox'], r['points']) for r in entry['regions']]
            assert all(t[0] in tags and p[2] == {'x': p[1]['x'], 'y': p[3]['y']} for t, b, p in boxes)
            add(asset['path'], [[t[0], b['left'], b['top'], b['left'] + b['width'], b['top'] + b['height']]
                                for t, b, p in boxes])
elif kind == 'cvat':
    xml = tree.parse(root + '/annotations.xml').getroot()
    assert xml.find('version').text == '1.1'
    names = [l.text for l in xml.findall('meta/task/labels/label/name')]
    for image in xml.findall('image'):
        assert Image.open(os.path.join(root, 'images', image.get('name'))).size == (
            int(image.get('width')), int(image.get('height')))
        assert all(b.get('label') in names for b in image.findall('box'))
        add(image.get('name'), [[b.get('label')] + [float(b.get(k)) for k in ('xtl', 'ytl', 'xbr', 'ybr')]
                                for b in image.findall('box')])
elif kind == 'labelimg':
    names = [l.strip() for l in open(root + '/classes.txt', encoding='utf8')]
    for path in glob.glob(root + '/**/*.xml', recursive=True):
        xml = tree.parse(path).getroot()
        Image.open(os.path.join(os.path.dirname(path), xml.find('filename').text)).load()
        assert all(o.find('name').text in names for o in xml.findall('object'))
        add(xml.find('filename').text, [[o.find('name').text, float(o.find('bndbox/xmin').text) - 1,
             float(o.find('bndbox/ymin').text) - 1, float(o.find('bndbox/xmax').text), float(o.find('bndbox/ymax').text)]
             for o in xml.findall('object')])
elif kind == 'csv':
    for row in csv.DictReader(open(root + '/labels.csv', encoding='utf8', newline='')):
        assert Image.open(os.path.join(root, 'images', row['image'])).size == (int(row['width']), int(row['height']))
        found.setdefault(os.path.splitext(os.path.basename(row['image']))[0], []).append(
            [row['class']] + [float(row[k]) for k in ('left', 'top', 'right', 'bottom')])
elif kind == 'openimages':
    names = dict(csv.reader(open(root + '/annotations/class-descriptions-boxable.csv', encoding='utf8', newline='')))
    for split in ('train', 'validation', 'test'):
        path = root + '/annotations/' + split + '-annotations-bbox.csv'
        for row in csv.DictReader(open(path, encoding='utf8', newline='')) if os.path.exists(path) else []:
            image = glob.glob(glob.escape(os.path.join(root, 'images', split, row['ImageID'])) + '.*')
            width, height = Image.open(image[0]).size
            found.setdefault(os.path.basename(row['ImageID']), []).append(
                [names[row['LabelName']], float(row['XMin']) * width, float(row['YMin']) * height,
                 float(row['XMax']) * width, float(row['YMax']) * height])
elif kind == 'kitti':
    names = {l.strip().replace(' ', '_'): l.strip() for l in open(root + '/classes.txt', encoding='utf8')}
    for path in glob.glob(root + '/*/label_2/**/*.txt', recursive=True):
        image = glob.glob(glob.escape(path.replace('/label_2/', '/image_2/')[:-4]) + '.*')
        Image.open(image[0]).load()
        lines = [l.split() for l in open(path, encoding='utf8')]
        assert all(len(l) == 15 for l in lines)
        add(image[0], [[names[l[0]]] + [float(v) for v in l[4:8]] for l in lines])
elif kind == 'recordio':
    names = [l.rstrip('\n') for l in open(root + '/classes.txt', encoding='utf8')]
    for path in glob.glob(root + '/*.rec'):
        lines = [l.rstrip('\n').split('\t') for l in open(path[:-3] + 'lst', encoding='utf8')]
        listed = {int(l[0]): (l[-1], [float(v) for v in l[1:-1]]) for l in lines}
        data = open(path, 'rb').read()
        for key, at in (map(int, l.split()) for l in open(path[:-3] + 'idx')):
            magic, length = struct.unpack_from('<II', data, at)
            assert magic == 0xced7230a and length >> 29 == 0 # in one piece
            record = data[at + 8:at + 8 + length]
            count, _, number, _ = struct.unpack_from('<IfQQ', record)
            values = struct.unpack_from('<%df' % count, record, 24)
            assert number == key and max(abs(a - b) for a, b in zip(values, listed[key][1])) < 1e-6
            width, height = Image.open(io.BytesIO(record[24 + 4 * count:])).size
            objects = [values[i:i + int(values[1])] for i in range(int(values[0]), count, int(values[1]))]
            add(listed[key][0], [[names[int(o[0])], o[1] * width, o[2] * height, o[3] * width, o[4] * height]
                                 for o in objects])
print(json.dumps(found))
)PY";

/// A python3 that has PIL; empty for none.
QString python()
{
    QStringList candidates{QStandardPaths::findExecutable(QStringLiteral("python3"))};
    candidates += QStandardPaths::findExecutable(QStringLiteral("python3"), {QStringLiteral("/usr/bin")});
    for (const QString &path : std::as_const(candidates)) {
        if (!path.isEmpty() && QProcess::execute(path, {QStringLiteral("-c"), QStringLiteral("import PIL.Image")}) == 0)
            return path;
    }
    return {};
}

/// Images in several folders and splits, names and numbers that make trouble.
std::vector<FormatImage> images(const QString &photos)
{
    std::vector<FormatImage> list(4);
    const QStringList names{QStringLiteral("a/one.jpg"), QStringLiteral(u"b/\ubc8c two.png"),
                            QStringLiteral("b/c/three.jpg"), QStringLiteral("four & five.jpg")};
    for (std::size_t i = 0; i < list.size(); ++i) {
        FormatImage &image = list[i];
        image.path = photos + u'/' + names[static_cast<qsizetype>(i)];
        image.size = {160 + 7 * static_cast<int>(i), 120};
        image.split = i == 2 ? Split::Validation : Split::Train;
        image.state = ReviewState::Reviewed;
        QDir().mkpath(QFileInfo(image.path).path());
        QImage pixels(image.size, QImage::Format_RGB888);
        pixels.fill(Qt::gray);
        pixels.save(image.path);
        for (int box = 0; box < 3; ++box)
            image.labels.push_back(
                {(box + static_cast<int>(i)) % 3, {1.5 * box, 2.25, 40.1 + box, 30.0 + 1.0 / 3}, {}, -1, false, {}});
    }
    return list;
}

} // namespace

class PythonReadersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyAgreeWithWhatIsWritten_data();
    void theyAgreeWithWhatIsWritten();
};

void PythonReadersTest::theyAgreeWithWhatIsWritten_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"coco", "voc", "yolo", "createml", "labelme", "augmented-manifest", "sagemaker-json",
                           "x-anylabeling", "vott", "cvat", "labelimg", "csv", "openimages", "kitti", "recordio"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void PythonReadersTest::theyAgreeWithWhatIsWritten()
{
    QFETCH(QString, id);
    static const QString program = python();
    if (program.isEmpty())
        QSKIP("python3 with PIL is not at hand");
    QTemporaryDir folder;
    const std::vector<FormatImage> wanted = images(folder.filePath(QStringLiteral("photos")));
    const QStringList classes{QStringLiteral("bee"), QStringLiteral(u"\ub9d0\ubc8c"),
                              QStringLiteral("it's \"<&>\": x")};
    ListSource source(classes, wanted);
    WriteOptions options;
    options.to = folder.filePath(QStringLiteral("out"));
    options.copyImages = true;
    const Result<ExportReport> report = exportDataset(*datasetFormat(id), options, source);
    QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message));
    QProcess process;
    process.start(program, {QStringLiteral("-c"), QString::fromLatin1(kScript), id, options.to});
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    const QJsonObject found = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    QCOMPARE(found.size(), static_cast<qsizetype>(wanted.size()));
    for (const FormatImage &image : wanted) {
        const QJsonArray boxes = found.value(QFileInfo(image.path).completeBaseName()).toArray();
        QCOMPARE(boxes.size(), static_cast<qsizetype>(image.labels.size()));
        for (qsizetype i = 0; i < boxes.size(); ++i) {
            const FormatLabel &label = image.labels[static_cast<std::size_t>(i)];
            const QJsonArray box = boxes[i].toArray();
            QCOMPARE(box[0].toString(), classes[label.classIndex]);
            const double numbers[] = {label.box.left, label.box.top, label.box.right, label.box.bottom};
            for (int k = 0; k < 4; ++k)
                QVERIFY(std::abs(box[k + 1].toDouble() - numbers[k]) < 1e-3);
        }
    }
}

QTEST_GUILESS_MAIN(PythonReadersTest)
#include "python_readers_test.moc"
